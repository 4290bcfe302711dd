package org.moderato.check;

import static java.util.Objects.requireNonNull;

/**
 * A name that rule files can use, with what stands behind it.
 *
 * @param name a CEL identifier, dotted for facts: {@code toxicity}, {@code author.approved}
 * @param kind what its value is
 * @param meaning one sentence for editors
 */
public record Symbol(String name, Kind kind, String meaning) {
  /** What the value of a symbol is in a condition. */
  public enum Kind {
    /** A number in [0, 1]; 0 when nothing was found. */
    SCORE,
    /** A whole number from 0 up. */
    COUNT,
    /** A word; empty when nothing was found. */
    NAME,
    /** Several words; empty when nothing was found. */
    NAMES
  }

  public Symbol {
    requireNonNull(name);
    requireNonNull(kind);
    requireNonNull(meaning);
  }
}
