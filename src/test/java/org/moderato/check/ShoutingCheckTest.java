package org.moderato.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.text.Normaliser;

final class ShoutingCheckTest {
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ABCDEFGHI jkl      | 0.75 | nine capitals of twelve letters
          ABCDEFGHIJKL       | 1    | exactly twelve letters
          ABCDEFGHIJK 999    | 0    | eleven letters and digits
          abcdefghijklm      | 0    | no capital at all
          ǅABCDEFGHIJKL      | 1    | a title-case letter has no say
          ŞİĞÜÖÇ ŞİĞÜÖÇ      | 1    | Turkish capitals
          こんにちは世界、元気ですか | 0    | script without case
          𝐀𝐁𝐂𝐃𝐄𝐅𝐆𝐇𝐈𝐉𝐊𝐋        | 1    | mathematical capitals beyond the basic plane
          """)
  void examine_share(String typed, double share, String why) {
    assertEquals(share, score(typed), 1e-9);
  }

  @Test
  void examine_empty_findsNothing() {
    assertEquals(0, score(""));
  }

  private static double score(String typed) {
    var text = new Normaliser().normalise(typed);
    return new Findings(text, new ShoutingCheck().examine(text)).score("shouting");
  }
}
