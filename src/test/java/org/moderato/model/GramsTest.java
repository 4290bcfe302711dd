package org.moderato.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.check.LinkScanner;
import org.moderato.text.Normaliser;
import org.moderato.text.Text;

final class GramsTest {
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          Hi|c: h;c: hi;c: hi ;c:hi;c:hi ;c:i ;w:hi|one word with its edges
          a b|c: a;c: a ;c:a ;c: b;c: b ;c:b ;w:a;w:b;w:a b|a pair of words
          a, b|c: a;c: a,;c: a, ;c:a,;c:a, ;c:, ;c: b;c: b ;c:b ;w:a;w:b;w:a b|a pair across a comma
          iiii|c: i;c: ii;c: ii ;c:ii;c:ii ;c:i ;w:ii|a run cut to two
          x http://a.com/y|c: x;c: x ;c:x ;w:x|a link left out
          😀|c: 😀;c: 😀 ;c:😀;c:😀 ;w:😀|a surrogate pair stays whole
          """)
  void grams_wordsAndPieces(String typed, String names, String why) {
    var expected = new TreeSet<>(List.of(names.split(";")));
    var found = new TreeSet<>(names(grams(typed)));
    found.removeIf(name -> name.startsWith("s:") || name.startsWith("b:"));
    assertEquals(expected, found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "You are SO wrong, don't you see?? http://a.com/x www.b.de",
        "ﬀ ＡＢ é\u0301 \u200B x\u202Ey",
        "\uD800 \uDC00 a\uD800b \uD83D",
        "这是一个很好的评论。谢谢！",
        "\u0000\u0001 a\u0000b",
        "call +44 20 7946 0000 or pay 50% of €20 @me me@example.com #tag",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
      })
  void name_anyOccurrence_hashesToItsGram(String typed) {
    Grams grams = grams(typed);
    for (int i = 0; i < grams.occurrences(); i++) {
      assertEquals(grams.hash(grams.gramAt(i)), Grams.hash(grams.name(i)), grams.name(i));
    }
  }

  @Test
  void value_ofEachKind_hasNormOne() {
    Grams grams = grams("you you you are what you eat, are you not");
    for (char kind : new char[] {Grams.WORD, Grams.PIECE}) {
      double square =
          IntStream.range(0, grams.size())
              .filter(g -> grams.kind(g) == kind)
              .mapToDouble(g -> grams.value(g) * (double) grams.value(g))
              .sum();
      assertEquals(1, square, 1e-6);
    }
  }

  @Test
  void value_ofARepeatedWord_growsWithTheLogarithm() {
    Grams grams = grams("you you you are");
    assertEquals(1 + Math.log(3), value(grams, "w:you") / value(grams, "w:are"), 1e-6);
  }

  @Test
  void runs_ofADisguisedText_lieInTheTypedOne() {
    String typed = "so  ｓｔｕｐｉｄ, r\u200Beallyyyy";
    List<String> runs =
        grams(typed).runs().stream().map(s -> typed.substring(s.start(), s.end())).toList();
    assertEquals(List.of("so", "ｓｔｕｐｉｄ,", "r\u200Beallyyyy"), runs);
  }

  @Test
  void constructor_stretch_readsNothingElse() {
    Text text = new Normaliser().normalise("before here after");
    var grams = new Grams(text, LinkScanner.scan(text), 7, 11);
    assertTrue(names(grams).contains("w:here"));
    assertFalse(names(grams).contains("w:before"));
    assertFalse(names(grams).contains("w:here after"));
  }

  @Test
  void constructor_hugeText_takesAll() {
    assertTrue(grams("word ".repeat(200_000)).size() > 10);
  }

  private static Grams grams(String typed) {
    return new Grams(new Normaliser().normalise(typed));
  }

  private static List<String> names(Grams grams) {
    return IntStream.range(0, grams.occurrences()).mapToObj(grams::name).toList();
  }

  private static double value(Grams grams, String name) {
    return IntStream.range(0, grams.occurrences())
        .filter(i -> grams.name(i).equals(name))
        .mapToDouble(i -> grams.value(grams.gramAt(i)))
        .findFirst()
        .orElseThrow();
  }
}
