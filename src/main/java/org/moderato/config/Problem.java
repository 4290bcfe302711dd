package org.moderato.config;

import static java.util.Objects.requireNonNull;

/**
 * A mistake in a file that somebody edits.
 *
 * @param place where it is
 * @param message what was wanted and what was found, in the editor's words
 */
public record Problem(Place place, String message) {
  public Problem {
    requireNonNull(place);
    requireNonNull(message);
  }

  /** Returns the place and the message in one line, as compilers print them. */
  @Override
  public String toString() {
    return place + ": " + message;
  }
}
