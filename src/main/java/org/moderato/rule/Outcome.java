package org.moderato.rule;

import java.util.Locale;

/**
 * What happens to a comment, from the mildest to the strictest; the strictest matching rule wins.
 */
public enum Outcome {
  APPROVE,
  HOLD,
  REJECT;

  /** Returns the word for it in rule files, JSON and the database: {@code approve} and so on. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the stricter of two outcomes. */
  public Outcome or(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
