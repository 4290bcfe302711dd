package org.moderato.check;

import static java.util.Objects.requireNonNull;

import org.moderato.text.Span;

/**
 * One thing a check saw, in one place. Rule files name it by {@code symbol} and decide what its
 * {@code score} means. A check that saw the same thing in several places returns a finding for
 * each, all with the same score.
 *
 * @param symbol the {@link Symbol#name} it belongs to
 * @param score in [0, 1] for a score, the number itself for a count, 1 for names
 * @param where the characters that mattered, in the text as typed
 * @param detail the name that was found, such as a language or a domain; empty for scores and
 *     counts
 */
public record Finding(String symbol, double score, Span where, String detail) {
  public Finding {
    requireNonNull(symbol);
    requireNonNull(where);
    requireNonNull(detail);
    if (!(score >= 0)) {
      throw new IllegalArgumentException(symbol + " must be at least 0, was " + score);
    }
  }

  /** Makes a finding of a score or a count. */
  public Finding(String symbol, double score, Span where) {
    this(symbol, score, where, "");
  }
}
