package org.moderato.admin;

import java.util.Locale;
import org.moderato.rule.Measure;

/**
 * A comparison of a rule as a page shows it: {@code toxicity 0.83, at least 0.70}, with a bar.
 *
 * @param symbol what was measured
 * @param value what it was
 * @param relation the operator in words
 * @param threshold what the rule file says
 * @param bar whether a bar tells something: there is none for equality
 * @param valueAt where the value ends on the bar, in [0, 100]
 * @param thresholdAt where the threshold stands on the bar, in [0, 100]
 */
public record Measured(
    String symbol,
    String value,
    String relation,
    String threshold,
    boolean bar,
    int valueAt,
    int thresholdAt) {
  private static final int FEWEST_DIGITS = 2;
  private static final int MOST_DIGITS = 6;

  /** Room on the bar beyond the larger of the two, where there is no natural end. */
  private static final double ROOM = 1.25;

  static Measured of(Measure measure) {
    int digits = digits(measure.value(), measure.threshold());
    double end = end(measure);
    return new Measured(
        measure.symbol(),
        number(measure.value(), digits),
        relation(measure.operator()),
        number(measure.threshold(), digits),
        measure.operator().startsWith("<") || measure.operator().startsWith(">"),
        place(measure.value(), end),
        place(measure.threshold(), end));
  }

  /** Returns a number as findings show it: whole, or with two digits. */
  static String number(double value) {
    return number(value, isWhole(value) ? 0 : FEWEST_DIGITS);
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** Whole numbers get none, others two, or more where two would show different numbers alike. */
  private static int digits(double value, double threshold) {
    if (isWhole(value) && isWhole(threshold)) {
      return 0;
    }
    int digits = FEWEST_DIGITS;
    while (digits < MOST_DIGITS
        && Double.compare(value, threshold) != 0
        && number(value, digits).equals(number(threshold, digits))) {
      digits++;
    }
    return digits;
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }

  private static double end(Measure measure) {
    double larger = Math.max(measure.value(), measure.threshold());
    boolean score = larger <= 1 && !(isWhole(measure.value()) && isWhole(measure.threshold()));
    return score ? 1 : Math.max(1, larger * ROOM);
  }

  private static int place(double value, double end) {
    return (int) Math.round(100 * Math.min(1, Math.max(0, value / end)));
  }

  private static String relation(String operator) {
    return switch (operator) {
      case ">=" -> "at least";
      case ">" -> "more than";
      case "<=" -> "at most";
      case "<" -> "less than";
      case "==" -> "exactly";
      case "!=" -> "other than";
      default -> operator;
    };
  }
}
