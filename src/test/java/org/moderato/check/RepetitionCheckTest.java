package org.moderato.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.text.Normaliser;
import org.moderato.text.Text;

final class RepetitionCheckTest {
  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abc            | 0 |      | no character twice in a row
          aa             | 2 | aa   | the shortest run
          so coool !!    | 3 | ooo  | the longest of several
          aa bb          | 2 | aa   | the first of equals
          AaAa           | 4 | AaAa | case is folded away
          a     b       | 0 |      | white space does not count
          x😀😀😀        | 3 | 😀😀😀 | code points beyond the basic plane
          o\u200Bo\u200Bo | 3 | o\u200Bo\u200Bo | zero-width characters between
          """)
  void examine_longestRun(String typed, int run, String marked, String why) {
    Text text = new Normaliser().normalise(typed);
    List<Finding> findings = new RepetitionCheck().examine(text);
    assertEquals(run, new Findings(text, findings).score("repetition"));
    assertEquals(
        marked == null ? List.of() : List.of(marked),
        findings.stream().map(f -> typed.substring(f.where().start(), f.where().end())).toList());
  }

  @Test
  void examine_hugeRun_countsAll() {
    Text text = new Normaliser().normalise("é".repeat(500_000));
    assertEquals(500_000, new RepetitionCheck().examine(text).get(0).score());
  }
}
