package org.moderato.admin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.moderato.store.People;

/**
 * Slows down whoever guesses passwords.
 *
 * <p>Failures of the last 24 hours count, by name and by network address; instances share them
 * through the store. After a few free tries each further one must wait twice as long as the one
 * before, up to a quarter of an hour. Nobody's thread waits: {@link #admit} tells how long it takes
 * yet, and the answer is given at once.
 *
 * <p>A try counts against its name before the password is looked at, so that many tries at the same
 * moment are not all free. Thread-safe.
 */
final class Guesses {
  /** Tries of a name that cost no time. */
  static final int FREE_BY_NAME = 5;

  /** Tries from an address that cost no time: a newsroom has one address for many people. */
  static final int FREE_BY_ADDRESS = 20;

  private static final Duration MEMORY = Duration.ofHours(24);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final People people;
  private final Clock clock;

  Guesses(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  /**
   * Asks whether a password may be tried now; if so, the try counts as failed until {@link
   * #succeeded} is called.
   *
   * @return how long there is to wait; zero if the try may go on
   */
  synchronized Duration admit(String name, String address) {
    Instant now = clock.instant();
    Duration byName = wait(nameKey(name), FREE_BY_NAME, now);
    Duration byAddress = wait(addressKey(address), FREE_BY_ADDRESS, now);
    Duration longer = byName.compareTo(byAddress) >= 0 ? byName : byAddress;
    if (longer.isZero()) {
      people.noteFailure(nameKey(name), now);
    }
    return longer;
  }

  /** Forgets the failures of a name: its owner has come. Those of the address stay. */
  void succeeded(String name) {
    people.clearFailures(nameKey(name));
  }

  /** Counts a failed try against the address that it came from. */
  void failed(String address) {
    people.noteFailure(addressKey(address), clock.instant());
  }

  /**
   * Returns how long after the last failure the next try may come.
   *
   * @param failures how many there were
   * @param free how many cost nothing
   */
  static Duration delay(int failures, int free) {
    if (failures < free) {
      return Duration.ZERO;
    }
    long seconds = 1L << Math.min(failures - free + 1, 30);
    return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
  }

  /**
   * Returns what an address is counted under: itself, or the 64-bit network of an IPv6 address,
   * since whoever has one address there has all of its network.
   */
  static String addressKey(String address) {
    if (address.indexOf(':') < 0) {
      return "address:" + address;
    }
    try {
      // With a colon in it, this is taken for a literal and never looked up.
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return "network:" + HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(8, bytes.length)));
    } catch (UnknownHostException e) {
      return "address:" + address;
    }
  }

  private Duration wait(String key, int free, Instant now) {
    Duration delay = delay(people.failuresSince(key, now.minus(MEMORY)), free);
    Optional<Instant> last = delay.isZero() ? Optional.empty() : people.lastFailure(key);
    return last.map(at -> Duration.between(now, at.plus(delay)))
        .filter(left -> !left.isNegative())
        .orElse(Duration.ZERO);
  }

  private static String nameKey(String name) {
    return "name:" + name.strip().toLowerCase(Locale.ROOT);
  }
}
