package org.moderato.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.text.Normaliser;

final class LengthCheckTest {
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                  | 0 | empty
          '  \t\n '           | 0 | white space only
          a b  c              | 3 | spaces do not count
          '\u200B\u202Ea\u2060' | 1 | characters that do not show
          😀😀                | 2 | code points, not UTF-16 units
          """)
  void examine_visibleCharacters(String typed, int length, String why) {
    var text = new Normaliser().normalise(typed);
    assertEquals(length, new Findings(text, new LengthCheck().examine(text)).score("length"));
  }
}
