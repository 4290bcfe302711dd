package org.moderato.check;

import java.util.List;
import org.moderato.text.Text;

/**
 * Measures how much of a comment is typed in capitals: {@code THIS IS AN OUTRAGE}.
 *
 * <p>The score is the share of upper case among the letters that have a case, so digits, emoji and
 * Arabic or Han script change nothing. A text with fewer than {@value #MIN_CASED_LETTERS} such
 * letters scores 0: {@code NATO, USA} is not shouting.
 */
public record ShoutingCheck() implements Check {
  private static final int MIN_CASED_LETTERS = 12;

  private static final Symbol SHOUTING =
      new Symbol(
          "shouting",
          Symbol.Kind.SCORE,
          "The share of capitals among the letters; 0 in a text of fewer than 12 letters.");

  @Override
  public List<Symbol> symbols() {
    return List.of(SHOUTING);
  }

  @Override
  public List<Finding> examine(Text text) {
    String typed = text.typed();
    int upper = 0;
    int cased = 0;
    for (int i = 0; i < typed.length(); ) {
      int c = typed.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isUpperCase(c)) {
        upper++;
        cased++;
      } else if (Character.isLowerCase(c)) {
        cased++;
      }
    }
    return cased < MIN_CASED_LETTERS || upper == 0
        ? List.of()
        : List.of(new Finding(SHOUTING.name(), (double) upper / cased, text.whole()));
  }
}
