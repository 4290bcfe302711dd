package org.moderato.rule;

import static java.util.stream.Collectors.toCollection;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A compiled condition of a rule. Immutable and thread-safe.
 *
 * @param program the condition; its result is a {@code Boolean}
 * @param symbols every symbol that it mentions
 * @param named the symbols that speak for the condition where it mentions them, other than in a
 *     comparison with a number
 * @param comparisons those with a number, in the order of the condition
 */
record Condition(
    Program program, Set<String> symbols, Set<String> named, List<Comparison> comparisons) {
  Condition {
    symbols = Set.copyOf(symbols);
    named = Set.copyOf(named);
    comparisons = List.copyOf(comparisons);
  }

  /** A comparison of a symbol with a number, turned round where a {@code !} stands before it. */
  record Comparison(String symbol, String operator, double threshold) {
    private boolean holds(double value) {
      return switch (operator) {
        case ">=" -> value >= threshold;
        case ">" -> value > threshold;
        case "<=" -> value <= threshold;
        case "<" -> value < threshold;
        case "==" -> value == threshold;
        default -> value != threshold;
      };
    }

    /** Returns whether having found more makes the comparison true. */
    private boolean wantsMuch() {
      return operator.startsWith(">") || operator.equals("==");
    }
  }

  /**
   * Returns whether the condition is true.
   *
   * @throws IllegalStateException if it has no answer, such as for a division by zero; the message
   *     tells the kind of failure and nothing of the comment
   */
  boolean holds(Values values) {
    try {
      return program.eval(values) == Boolean.TRUE;
    } catch (CelEvaluationException e) {
      // The message and the cause may quote what the reader typed, so neither goes on.
      String kind = e.getErrorCode().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      throw new IllegalStateException(kind);
    }
  }

  /** Returns the comparisons with a number that are true. */
  List<Measure> measures(Values values) {
    return comparisons.stream()
        .filter(c -> c.holds(values.number(c.symbol())))
        .map(c -> new Measure(c.symbol(), values.number(c.symbol()), c.operator(), c.threshold()))
        .toList();
  }

  /** Returns the symbols whose findings made the condition true. */
  Set<String> telling(Values values) {
    var telling =
        comparisons.stream()
            .filter(c -> c.wantsMuch() && c.holds(values.number(c.symbol())))
            .map(Comparison::symbol)
            .collect(toCollection(LinkedHashSet::new));
    telling.addAll(named);
    return telling;
  }
}
