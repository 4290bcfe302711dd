package org.moderato.store;

import static java.util.Objects.requireNonNull;

/**
 * Somebody who may sign in at the desk.
 *
 * @param name as first written; no two people's names differ in case alone
 * @param passwordHash whatever the desk made of the password
 */
public record Person(String name, String passwordHash) {
  public Person {
    requireNonNull(name);
    requireNonNull(passwordHash);
  }

  /** Returns the name alone. */
  @Override
  public String toString() {
    return name;
  }
}
