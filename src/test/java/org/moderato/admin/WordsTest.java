package org.moderato.admin;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.rule.Outcome;
import org.moderato.text.Span;

final class WordsTest {
  @ParameterizedTest(name = "{0} characters")
  @CsvSource({"0, 0", "1, 0", "2000, 0", "2001, 501", "65000, 63500"})
  void of_oneLongWord_foldsItBeyondTheLimit(int length, int rest) {
    var words = Words.of("x".repeat(length), List.of());
    assertEquals(rest, words.restLength());
    assertEquals(length - rest, join(words.start()).length());
    assertEquals(rest, join(words.rest()).length());
  }

  @Test
  void of_spacesNearTheFold_foldsBetweenWords() {
    String text = "word ".repeat(500);
    var words = Words.of(text, List.of());
    assertTrue(join(words.start()).endsWith("word "));
    assertTrue(join(words.rest()).startsWith("word "));
    assertEquals(text, join(words.start()) + join(words.rest()));
  }

  @Test
  void of_emojiAtTheFold_keepsItWhole() {
    // An odd offset puts the fold between the halves of a pair.
    String text = "x" + "😀".repeat(1_500);
    var words = Words.of(text, List.of());
    assertEquals(1_499, join(words.start()).length());
    assertEquals(751, words.restLength());
    assertEquals(text, join(words.start()) + join(words.rest()));
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "10, 20, false, before the fold",
    "1400, 1500, false, up to the fold",
    "1400, 1501, true, across the fold",
    "1600, 1700, true, beyond the fold",
  })
  void of_mark_unfoldsWhatItLiesIn(int start, int end, boolean unfolded, String why) {
    var reason = Samples.reason("a", Outcome.HOLD, false, new Span(start, end));
    assertEquals(unfolded, Words.of("x".repeat(3_000), List.of(reason)).unfolded(), why);
  }

  @Test
  void of_shortText_isNeverFolded() {
    var reason = Samples.reason("a", Outcome.HOLD, false, new Span(0, 3));
    var words = Words.of("the fool", List.of(reason));
    assertFalse(words.unfolded());
    assertEquals(List.of(), words.rest());
    assertEquals("a", words.start().get(0).title());
  }

  private static String join(List<Segment> segments) {
    return segments.stream().map(Segment::text).collect(joining());
  }
}
