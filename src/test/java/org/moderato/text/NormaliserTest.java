package org.moderato.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NormaliserTest {
  private final Normaliser normaliser = new Normaliser();

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hello WORLD      | hello world   | case
          Straße           | strasse       | a letter that folds to two
          ＦＵＬＬ１       | full1         | full-width
          ﬁne              | fine          | a ligature
          ㎏               | kg            | a square unit
          𝖘𝖙𝖚𝖕𝖎𝖉     | stupid        | mathematical letters
          ΟΔΟΣ             | οδοσ          | final sigma
          """)
  void folded_compatibilityAndCase_areGone(String typed, String folded, String why) {
    assertEquals(folded, normaliser.normalise(typed).folded());
  }

  @Test
  void folded_charactersThatShowNothing_areGone() {
    assertEquals("idiot", normaliser.normalise("i\u200Bd\u2060i\u202Eo\u00ADt").folded());
  }

  @Test
  void folded_underTurkish_isTheSame() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      assertEquals("title i", normaliser.normalise("TITLE I").folded());
      assertEquals("title ﬁi".replace("ﬁ", "fi"), normaliser.normalise("TITLE ﬁI").folded());
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          so STUPID        | stupid | 3,9   | plain letters
          so ｓｔｕｐｉｄ! | stupid | 3,9   | full-width letters
          so 𝖘𝖙𝖚𝖕𝖎𝖉! | stupid | 3,15  | letters of two units each
          ß is ss          | s      | 0,1   | half of a letter is the whole letter
          """)
  void typedSpan_ofAWord_isWhereTheReaderTypedIt(
      String typed, String word, String span, String why) {
    var text = normaliser.normalise(typed);
    int at = text.folded().indexOf(word);
    var found = text.typedSpan(at, at + word.length());
    assertEquals(span, found.start() + "," + found.end());
  }

  @Test
  void typedSpan_hiddenCharactersInside_areInside() {
    var text = normaliser.normalise("an i\u200Bd\u200Biot");
    assertEquals(new Span(3, 10), text.typedSpan(3, 8));
  }

  @Test
  void typedSpan_outsideTheText_isRefused() {
    var text = normaliser.normalise("abc");
    assertThrows(IndexOutOfBoundsException.class, () -> text.typedSpan(0, 4));
    assertThrows(IndexOutOfBoundsException.class, () -> text.typedSpan(2, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "\u200B\u202E\uFEFF", "\u0000", "\u3000"})
  void isBlank_nothingToSee_isTrue(String typed) {
    assertTrue(normaliser.normalise(typed).isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "😀", "\u0301", "\uD800", "."})
  void isBlank_somethingToSee_isFalse(String typed) {
    assertFalse(normaliser.normalise(typed).isBlank());
  }

  /**
   * Twice equals once, and every span lies in the text, for any string, unpaired surrogates too.
   */
  @Test
  void normalise_anyString_isStableAndMapsInside() {
    var random = new Random(20261123);
    for (int round = 0; round < 20_000; round++) {
      String typed = randomString(random);
      var text = normaliser.normalise(typed);
      String folded = text.folded();
      assertEquals(folded, normaliser.normalise(folded).folded(), () -> escaped(typed));
      int last = 0;
      for (int i = 0; i < folded.length(); i++) {
        var span = text.typedSpan(i, i + 1);
        assertTrue(span.start() >= last && span.end() <= typed.length(), () -> escaped(typed));
        assertFalse(span.isEmpty(), () -> escaped(typed));
        last = span.start();
      }
    }
  }

  private static String randomString(Random random) {
    int[] pools = {
      0x20, 0x80, 0x300, 0x340, 0x600, 0x1100, 0x1160, 0x11A8, 0x2000, 0x2060, 0xAC00, 0xD800,
      0xDC00, 0xFB00, 0xFE00, 0xFF00, 0x1D100, 0x1D400, 0x1F600, 0xE0100
    };
    var typed = new StringBuilder();
    for (int n = random.nextInt(12); n >= 0; n--) {
      int codePoint = pools[random.nextInt(pools.length)] + random.nextInt(0x60);
      typed.appendCodePoint(codePoint);
    }
    return typed.toString();
  }

  private static String escaped(String s) {
    var escaped = new StringBuilder();
    s.chars().forEach(c -> escaped.append(String.format("\\u%04X", c)));
    return escaped.toString();
  }
}
