package org.moderato.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Refuses patterns that cost too much. RE2/J matches in time linear in the text, but with a factor
 * that is the size of the compiled pattern, and counted repetitions within each other multiply: a
 * pattern of twenty characters can compile to gigabytes.
 */
final class Patterns {
  private static final int MAX_LENGTH = 500;
  private static final int MAX_REPETITIONS = 1000;
  private static final int MAX_STEPS = 1000;

  private static final Pattern COUNTED = Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?\\}");

  private Patterns() {}

  /** Returns what is wrong with a pattern, in the editor's words, or an empty string. */
  static String mistake(String pattern) {
    if (pattern.length() > MAX_LENGTH) {
      return "a pattern can have at most "
          + MAX_LENGTH
          + " characters, found "
          + pattern.length()
          + "; a word list takes any number";
    }
    if (repetitions(pattern) > MAX_REPETITIONS) {
      return "the counts in the pattern must not multiply to more than " + MAX_REPETITIONS;
    }
    try {
      return Pattern.compile(pattern).programSize() > MAX_STEPS
          ? "the pattern is too large; a word list takes any number"
          : "";
    } catch (PatternSyntaxException e) {
      return "not a pattern: " + e.getDescription() + ": '" + e.getPattern() + "'";
    }
  }

  /** Returns the product of all counts, as if each stood within the others. */
  private static double repetitions(String pattern) {
    double product = 1;
    var m = COUNTED.matcher(pattern);
    while (m.find()) {
      boolean bounded = m.group(2) != null && !m.group(2).isEmpty();
      product *= Math.max(1, Double.parseDouble(bounded ? m.group(2) : m.group(1)));
    }
    return product;
  }
}
