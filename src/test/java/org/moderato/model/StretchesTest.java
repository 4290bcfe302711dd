package org.moderato.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.text.Normaliser;
import org.moderato.text.Span;

final class StretchesTest {
  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "0,    0,         an empty text has one empty stretch",
    "1,    1,         one character",
    "1999, 1999,      just under the limit",
    "2000, 2000,      on the limit",
    "2001, 2000 1,    just over it",
    "4000, 2000 2000, twice",
  })
  void of_textWithoutSpaces_isCutAtTheLimit(int length, String lengths, String why) {
    assertEquals(List.of(lengths.split(" ", -1)), lengths("x".repeat(length)));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "1500, 1500 1000, at white space in the second half",
    "1000, 1000 1500, at white space just within the second half",
    "999,  999 1000 501, white space in the first half is too early",
  })
  void of_textWithOneSpace_isCutThere(int before, String lengths, String why) {
    String typed = "x".repeat(before) + " " + "x".repeat(2500 - before);
    List<Integer> found = new ArrayList<>();
    for (Grams grams : Stretches.of(new Normaliser().normalise(typed))) {
      grams.runs().forEach(r -> found.add(r.end() - r.start()));
    }
    assertEquals(lengths, String.join(" ", found.stream().map(String::valueOf).toList()));
  }

  @ParameterizedTest
  @CsvSource({"1999", "2000"})
  void of_surrogatePairAcrossTheLimit_staysWhole(int before) {
    String typed = "x".repeat(before) + "😀" + "y".repeat(10);
    for (Grams grams : Stretches.of(new Normaliser().normalise(typed))) {
      for (Span run : grams.runs()) {
        assertEquals(false, Character.isLowSurrogate(typed.charAt(run.start())));
      }
    }
  }

  private static List<String> lengths(String typed) {
    var lengths = new ArrayList<String>();
    for (Grams grams : Stretches.of(new Normaliser().normalise(typed))) {
      int length = grams.runs().stream().mapToInt(r -> r.end() - r.start()).sum();
      lengths.add(String.valueOf(length));
    }
    return lengths;
  }
}
