package org.moderato.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.text.Normaliser;
import org.moderato.text.Span;

final class LexiconTest {
  private static final Normaliser NORMALISER = new Normaliser();

  private static Lexicon of(String... entries) {
    var builder = new Lexicon.Builder(NORMALISER);
    int list = builder.list();
    for (String entry : entries) {
      assertEquals("", builder.add(list, entry));
    }
    return builder.build();
  }

  private static List<String> found(Lexicon lexicon, String typed) {
    return lexicon.scan(NORMALISER.normalise(typed)).get(0).stream()
        .map(s -> typed.substring(s.start(), s.end()))
        .toList();
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          crap       | What crap.              | crap        | a whole word
          crap       | scrap crappy            |             | not a part of a word
          crap       | crap                    | crap        | the whole text
          crap       | CRAP! Crap? crap,       | CRAP,Crap,crap | any case, any punctuation
          crap       | no-crap_crap/crap       | crap,crap,crap | joined by marks that part words
          crap       | crap's                  | crap        | with an ending after an apostrophe
          crap       | crap2 2crap             |             | digits belong to a word
          crap       | cráp                    |             | an accent makes another word
          ｃｒａｐ     | ｃＲＡp crap             | ｃＲＡp,crap | full-width letters
          crap       | cr​ap                   | cr​ap       | a zero-width space inside
          crap*      | crap crappy scrap       | crap,crappy | any ending
          *crap      | crap scrap crappy       | crap,scrap  | any beginning
          *crap*     | scrappy cap             | scrappy     | anywhere in a word
          go away    | go away, GO\u00a0 AWAY go-away | go away,GO\u00a0 AWAY,go-away | a phrase, however it is spaced
          go away    | go far away goaway go   |             | a phrase has nothing between
          go away    | go go away              | go away     | a phrase after a false start
          go away    | go                      |             | the text ends inside a phrase
          go* away   | going away go away      | going away,go away | a wildcard in a phrase
          go *way    | go away go halfway      | go away,go halfway | a wildcard at a later word
          don't      | don’t Don't don t       | don’t,Don't,don t | whatever the apostrophe
          straße     | STRASSE                 | STRASSE     | folded as Unicode folds
          дурак      | Дурак! дураки           | Дурак       | Cyrillic
          дурак*     | дураки                  | дураки      | Cyrillic with endings
          笨蛋        | 你是笨蛋吗                | 笨蛋         | Han, which has no spaces
          ばか        | おばかさん               | ばか         | Hiragana
          โง่         | คุณโง่มาก                | โง่          | Thai, with a mark on a letter
          바보        | 바보야 바보               | 바보         | Hangul has spaces
          🖕         | you 🖕🖕                 | 🖕,🖕        | pictographs
          """)
  void scan(String entry, String typed, String found, String why) {
    String wanted = found == null ? "" : found;
    assertEquals(wanted, String.join(",", found(of(entry), typed)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          f*ck     | '*' can stand only at the start or the end of a word, found 'f*ck'
          go * on  | '*' can stand only at the start or the end of a word, found 'go * on'
          crap**   | '*' can stand only at the start or the end of a word, found 'crap**'
          ***      | wanted a word, found '***'
          !?       | wanted a word, found '!?'
          """)
  void add_entryWithoutSense_isExplained(String entry, String mistake) {
    var builder = new Lexicon.Builder(NORMALISER);
    assertEquals(mistake, builder.add(builder.list(), entry));
  }

  @Test
  void add_entryOfLength_isBounded() {
    var builder = new Lexicon.Builder(NORMALISER);
    int list = builder.list();
    assertEquals("", builder.add(list, "x".repeat(200)));
    assertEquals(
        "an entry can have at most 200 characters, found 201", builder.add(list, "x".repeat(201)));
  }

  @Test
  void scan_severalLists_areKeptApart() {
    var builder = new Lexicon.Builder(NORMALISER);
    int animals = builder.list();
    int pets = builder.list();
    int none = builder.list();
    builder.add(animals, "cat");
    builder.add(animals, "lion");
    builder.add(pets, "cat");
    var hits = builder.build().scan(NORMALISER.normalise("lion cat"));
    assertEquals(List.of(new Span(0, 4), new Span(5, 8)), hits.get(animals));
    assertEquals(List.of(new Span(5, 8)), hits.get(pets));
    assertEquals(List.of(), hits.get(none));
  }

  @Test
  void scan_overlappingEntries_areAllFound() {
    var found = found(of("big", "big bad", "bad wolf", "big bad wolf"), "big bad wolf");
    assertEquals(List.of("big", "big bad", "bad wolf", "big bad wolf"), sorted(found));
  }

  private static List<String> sorted(List<String> found) {
    var order = List.of("big", "big bad", "bad wolf", "big bad wolf");
    var sorted = new ArrayList<>(found);
    sorted.sort((a, b) -> Integer.compare(order.indexOf(a), order.indexOf(b)));
    return sorted;
  }

  @Test
  void scan_manyHits_areBounded() {
    assertEquals(99, found(of("x"), "x ".repeat(99)).size());
    assertEquals(100, found(of("x"), "x ".repeat(100)).size());
    assertEquals(100, found(of("x"), "x ".repeat(50_000)).size());
  }

  @Test
  void scan_hostileText_staysLinear() {
    var lexicon = of("*a*", "*aa* *a*", "a* b*", "*a* *b*", "aaaaaaaaab", "*aaaaaaaab");
    for (String piece : List.of("a", "a ", "ab ", "\u0300", "\uD83D", "*", "\u200d", "你", " ")) {
      var text = NORMALISER.normalise(piece.repeat(200_000 / piece.length()));
      for (Span span : lexicon.scan(text).get(0)) {
        assertTrue(span.end() <= text.typed().length());
      }
    }
  }

  @Test
  void scan_tenThousandEntries_findsEach() {
    var entries = new ArrayList<String>();
    for (int i = 0; i < 10_000; i++) {
      entries.add("w" + Integer.toString(i * 7919, 36));
    }
    var lexicon = of(entries.toArray(String[]::new));
    for (String entry : entries) {
      assertEquals(List.of(entry), found(lexicon, "x " + entry + " x"));
    }
  }
}
