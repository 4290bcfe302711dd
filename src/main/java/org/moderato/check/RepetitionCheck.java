package org.moderato.check;

import java.util.List;
import org.moderato.text.Text;

/**
 * Finds the longest run of one character: {@code soooooo}, {@code !!!!!!}.
 *
 * <p>Runs are counted in code points of the folded view, so {@code AaAa} is a run. White space does
 * not count: an indented poem is no offence. A run of one is nothing to report.
 */
public record RepetitionCheck() implements Check {
  private static final Symbol REPETITION =
      new Symbol(
          "repetition",
          Symbol.Kind.COUNT,
          "The length of the longest run of one character, as in 'soooooo'; 0 without any.");

  @Override
  public List<Symbol> symbols() {
    return List.of(REPETITION);
  }

  @Override
  public List<Finding> examine(Text text) {
    String folded = text.folded();
    int longest = 1;
    int longestStart = 0;
    int longestEnd = 0;
    int runStart = 0;
    while (runStart < folded.length()) {
      int c = folded.codePointAt(runStart);
      int width = Character.charCount(c);
      int runEnd = runStart + width;
      while (runEnd < folded.length() && folded.codePointAt(runEnd) == c) {
        runEnd += width;
      }
      int run = (runEnd - runStart) / width;
      if (run > longest && !Character.isWhitespace(c)) {
        longest = run;
        longestStart = runStart;
        longestEnd = runEnd;
      }
      runStart = runEnd;
    }
    return longest == 1
        ? List.of()
        : List.of(
            new Finding(REPETITION.name(), longest, text.typedSpan(longestStart, longestEnd)));
  }
}
