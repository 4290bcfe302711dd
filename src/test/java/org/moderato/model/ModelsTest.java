package org.moderato.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.check.Checks;
import org.moderato.check.Findings;
import org.moderato.check.Symbol;
import org.moderato.text.Normaliser;

final class ModelsTest {
  private static Models models;

  @BeforeAll
  static void load() {
    models = Models.load();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          You are a complete idiot and a disgusting liar.                | toxicity | 0.9 | 1
          Shut up you stupid piece of shit                               | toxicity | 0.9 | 1
          I will come to your house and kill you.                        | threat   | 0.8 | 1
          All immigrants are filthy animals and should be shot.          | identity_attack | 0.8 | 1
          What the fuck is this shit                                     | profanity | 0.9 | 1
          You are an idiot.                                              | insult   | 0.8 | 1
          The police say the threat of a strike is over.                 | threat   | 0   | 0.4
          I do not agree with the mayor, but the argument is fair.       | toxicity | 0   | 0.4
          Thank you for this careful report about the new school.        | toxicity | 0   | 0.3
          Check out my channel and subscribe, free gift cards at www.freegifts.example.com | spam | 0.9 | 1
          Earn $5000 a week from home, write to me on WhatsApp +1 202 555 0142             | spam | 0.8 | 1
          The council should have repaired this road years ago.          | spam     | 0   | 0.3
          Thank you for this careful report about the new school.        | spam     | 0   | 0.3
          """)
  void checks_plainCases(String typed, String symbol, double least, double most) {
    double score = examine(typed, List.of("en")).score(symbol);
    assertTrue(score >= least && score <= most, symbol + " was " + score);
  }

  @Test
  void checks_languageWithoutModel_saysSo() {
    Findings findings =
        examine("De gemeente had deze weg jaren geleden moeten repareren.", List.of("nl", "en"));
    assertEquals(List.of("nl"), findings.names("unscored"));
    assertTrue(findings.of("toxicity").isEmpty());
  }

  @Test
  void symbols_ofAllModels_haveAMeaning() {
    for (var check : models.checks(List.of("en"))) {
      for (Symbol symbol : check.symbols()) {
        assertTrue(symbol.meaning().endsWith("."), symbol.name());
      }
    }
  }

  @Test
  void digest_namesEveryModel() {
    assertTrue(
        Pattern.matches("language [0-9a-f]{12}(, [a-z-]+ [0-9a-f]{12})+", models.digest()),
        models.digest());
    assertEquals(models.digest(), Models.load().digest());
  }

  @Test
  void recipe_ofEachModel_isTheOneInTheRepository() throws IOException {
    for (TextModel model : models.texts()) {
      var recipe = Path.of("src/main/recipes", model.name() + ".yaml");
      assertEquals(Files.readString(recipe), model.recipe());
    }
  }

  private static Findings examine(String typed, List<String> languages) {
    return new Checks(new Normaliser(), models.checks(languages)).examine(typed);
  }
}
