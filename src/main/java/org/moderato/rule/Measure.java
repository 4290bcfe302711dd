package org.moderato.rule;

import static java.util.Objects.requireNonNull;

/**
 * A comparison in a rule's condition that was true: what was measured, against what.
 *
 * @param symbol what was measured, such as {@code toxicity}
 * @param value what it was
 * @param operator how it was compared: {@code >=}, {@code >}, {@code <=}, {@code <}, {@code ==} or
 *     {@code !=}
 * @param threshold what the rule file says
 */
public record Measure(String symbol, double value, String operator, double threshold) {
  public Measure {
    requireNonNull(symbol);
    requireNonNull(operator);
  }
}
