package org.moderato.capture;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import org.moderato.config.Site.Part;

/**
 * Why a request was turned down before anybody judged a comment, in words for the reader.
 *
 * @param status the HTTP status: 400, 413, 415 or 503
 * @param message what is wrong, in one or two sentences
 * @param problems what is wrong with which part of the form; may be empty
 */
record Refusal(int status, String message, Map<Part, String> problems) {
  static final int BAD_REQUEST = 400;
  static final int TOO_LARGE = 413;
  static final int UNSUPPORTED_TYPE = 415;
  static final int UNAVAILABLE = 503;

  /** The comment could not be stored. */
  static final Refusal NOT_STORED =
      new Refusal(
          UNAVAILABLE,
          "Your comment could not be saved just now, and nobody has received it."
              + " Please send it again in a minute.",
          Map.of());

  Refusal {
    requireNonNull(message);
    problems = problems.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(problems));
  }
}
