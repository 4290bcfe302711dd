package org.moderato.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.check.Finding;
import org.moderato.check.Findings;
import org.moderato.check.Symbol;
import org.moderato.text.Normaliser;
import org.moderato.text.Text;

final class LanguageCheckTest {
  private static final LanguageModel MODEL = LanguageModel.load();

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en       | The council should have repaired this road years ago.       | en  | the only language
          en,de    | The council should have repaired this road years ago.       | en  | the first of two
          en,de    | Die Stadt hätte diese Straße schon vor Jahren reparieren müssen. | de | the second of two
          all      | Das war höchste Zeit, endlich wird die Straße gebaut.     | de  | among twenty
          all      | Le conseil municipal aurait dû réparer cette route.         | fr  | among twenty
          all      | Рада мала відремонтувати цю дорогу багато років тому.       | uk  | a script of several languages
          all      | 市议会早就应该修好这条路了，现在太晚了。                              | zh  | no spaces
          en,ko    | 좋아요                                                        | ko  | three letters in a script of its own
          en,el    | μπράβο                                                      | el  | another script of its own
          en       | ok                                                          | und | two letters
          en       | lol wow                                                     | und | too short to tell
          en       | 😀😀 !!! 123                                                  | und | no letters
          en       | ''                                                          | und | empty
          en       | Die Stadt hätte diese Straße schon vor Jahren reparieren müssen. | de | a language that is not allowed
          en       | Городской совет давно должен был починить эту дорогу.        | ru  | a script that is not allowed
          """)
  void examine_language(String site, String typed, String language, String why) {
    assertEquals(List.of(language), examine(typed, site(site)).names("language"));
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en    | The council should have repaired this road years ago.          | 0    | 0    | allowed
          en    | Die Stadt hätte diese Straße schon vor Jahren reparieren müssen. | 0.95 | 1    | another language
          en,de | Die Stadt hätte diese Straße schon vor Jahren reparieren müssen. | 0    | 0    | allowed beside the main one
          en    | Quatsch                                                        | 0    | 0    | one word tells nothing
          en    | Привет                                                         | 1    | 1    | one word in another script
          ru    | Привет                                                         | 0    | 0    | the script of the site
          ru    | Hello there                                                    | 1    | 1    | Latin letters where none are allowed
          en    | He said 'привет' to the whole council and left.                | 0    | 0    | a foreign word quoted
          """)
  void examine_foreign(String site, String typed, double least, double most, String why) {
    double foreign = examine(typed, site(site)).score("foreign");
    assertTrue(foreign >= least && foreign <= most, "foreign was " + foreign);
  }

  @Test
  void examine_anyText_handsTheLanguageOnOnce() {
    var symbol = new Symbol("asked", Symbol.Kind.NAME, "What the check was asked in.");
    var asked =
        new InLanguage() {
          @Override
          public List<Symbol> symbols() {
            return List.of(symbol);
          }

          @Override
          public List<Finding> examine(Text text, String language) {
            return List.of(new Finding("asked", 1, text.whole(), language));
          }
        };
    var check = new LanguageCheck(MODEL, List.of("en", "de"), List.of(asked));
    Text text = new Normaliser().normalise("Die Stadt hätte diese Straße reparieren müssen.");
    assertEquals(List.of("de"), new Findings(text, check.examine(text)).names("asked"));
    assertEquals(
        List.of("language", "foreign", "asked"),
        check.symbols().stream().map(Symbol::name).toList());
  }

  @Test
  void examine_underTurkishLocale_foldsAlike() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertEquals(
          List.of("en"),
          examine("THIS IS THE COUNCIL'S DECISION, I THINK", site("en")).names("language"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void examine_hostileTexts_answer() {
    for (String hostile :
        List.of("\uD800", "\u0301".repeat(1000), "\u202E\u0000", "x".repeat(500_000))) {
      assertEquals(1, examine(hostile, site("en")).of("language").size());
    }
  }

  @Test
  void constructor_unknownLanguage_namesIt() {
    var languages = List.of("en", "xx");
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> new LanguageCheck(MODEL, languages, List.of()));
    assertEquals("unknown language 'xx'", e.getMessage());
  }

  private static List<String> site(String languages) {
    return languages.equals("all")
        ? List.of("ar da de el en es fr it ko nl no pl pt ro ru sv tr uk vi zh".split(" "))
        : List.of(languages.split(","));
  }

  private static Findings examine(String typed, List<String> languages) {
    Text text = new Normaliser().normalise(typed);
    return new Findings(text, new LanguageCheck(MODEL, languages, List.of()).examine(text));
  }
}
