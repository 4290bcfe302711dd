package org.moderato.admin;

import java.time.Duration;
import java.util.Optional;
import org.moderato.store.People;
import org.moderato.store.Person;

/**
 * Checks who somebody is by name and password. An unknown name and a wrong password get the same
 * answer after the same work. Thread-safe.
 */
final class SignIn {
  private final People people;
  private final Passwords passwords;
  private final Guesses guesses;

  SignIn(People people, Passwords passwords, Guesses guesses) {
    this.people = people;
    this.passwords = passwords;
    this.guesses = guesses;
  }

  /**
   * Returns the person, or nothing if there is none of this name with this password.
   *
   * @param address where the try comes from
   * @throws TooManyTriesException if it comes too soon after too many that failed; the password was
   *     not looked at then
   */
  Optional<Person> check(String name, String password, String address) {
    Duration wait = guesses.admit(name, address);
    if (!wait.isZero()) {
      throw new TooManyTriesException(wait);
    }
    Optional<Person> person = people.find(name.strip());
    if (person.isPresent() && passwords.matches(password, person.get().passwordHash())) {
      guesses.succeeded(name);
      return person;
    }
    if (person.isEmpty()) {
      passwords.matchesNobody(password);
    }
    guesses.failed(address);
    return Optional.empty();
  }
}
