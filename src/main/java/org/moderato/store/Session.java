package org.moderato.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A sign-in that has not expired.
 *
 * @param person the name of who signed in
 * @param expires when it ends
 */
public record Session(String person, Instant expires) {
  public Session {
    requireNonNull(person);
    requireNonNull(expires);
  }
}
