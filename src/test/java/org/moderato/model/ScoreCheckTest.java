package org.moderato.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.check.Finding;
import org.moderato.check.Findings;
import org.moderato.check.Symbol;
import org.moderato.text.Normaliser;
import org.moderato.text.Text;

final class ScoreCheckTest {
  private static ScoreCheck check;

  @BeforeAll
  static void makeCheck() throws IOException {
    TextModel english =
        model("en", "toxicity", Map.of("b:", -3.0, "w:fool", 12.0, "w:idiot", 12.0));
    TextModel german = model("de", "toxicity", Map.of("b:", -3.0, "w:depp", 12.0));
    TextModel spam = model("mul", "spam", Map.of("b:", -3.0, "w:pills", 12.0));
    check = new ScoreCheck(List.of(english, german), List.of(spam), "en");
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en  | you fool  | high | ''  | scored by its own language's model
          de  | du depp   | high | ''  | scored by the other language's model
          de  | you fool  | low  | ''  | never scored by the wrong model
          und | you fool  | high | ''  | undetermined: the main language's model
          fr  | you fool  | none | fr  | no model
          """)
  void examine_language(String language, String typed, String score, String unscored, String why) {
    Findings findings = examine(typed, language);
    List<Finding> toxicity = findings.of("toxicity");
    double highest = findings.score("toxicity");
    assertEquals(score, toxicity.isEmpty() ? "none" : highest > 0.9 ? "high" : "low");
    assertEquals(unscored.isEmpty() ? List.of() : List.of(unscored), findings.names("unscored"));
  }

  @Test
  void examine_languageWithoutModel_asksTheModelsForAll() {
    assertTrue(examine("cheap pills", "fr").score("spam") > 0.9);
    assertEquals(List.of("toxicity", "spam", "unscored"), symbols());
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          well you fool there       | fool             | the word that weighed
          you fool and you idiot!   | fool;idiot!      | two words apart
          you fool idiot there      | fool idiot       | neighbours are one place
          ｆｏｏｌ                  | ｆｏｏｌ         | as typed
          what a fine day           | what a fine day  | nothing stands out: the whole
          """)
  void examine_marks(String typed, String marks, String why) {
    List<String> marked =
        examine(typed, "en").of("toxicity").stream()
            .map(f -> typed.substring(f.where().start(), f.where().end()))
            .toList();
    assertEquals(List.of(marks.split(";", -1)), marked);
  }

  @Test
  void examine_lowScore_isReportedAllTheSame() {
    Findings findings = examine("what a fine day", "en");
    assertEquals(1, findings.of("toxicity").size());
    assertEquals(new Calibration(1, 0).score(-3), findings.score("toxicity"), 1e-6);
  }

  @Test
  void examine_insultAfterALongText_isReadAlone() {
    // Ten characters a time, so that exactly two hundred of them fill a stretch.
    String typed = "so it was ".repeat(400) + "you fool";
    assertEquals(
        examine("you fool", "en").score("toxicity"), examine(typed, "en").score("toxicity"));
  }

  @Test
  void examine_hostileTexts_answer() {
    for (String hostile :
        List.of(
            "",
            " ",
            "\uD800",
            "\u0301".repeat(5000),
            "x".repeat(500_000),
            "\u0000",
            "😀".repeat(3000))) {
      assertEquals(1, examine(hostile, "en").of("spam").size());
    }
  }

  private static List<String> symbols() {
    return check.symbols().stream().map(Symbol::name).toList();
  }

  private static Findings examine(String typed, String language) {
    Text text = new Normaliser().normalise(typed);
    return new Findings(text, check.examine(text, language));
  }

  private static TextModel model(String language, String symbol, Map<String, Double> weights)
      throws IOException {
    var sorted = new TreeMap<>(weights);
    var contexts =
        sorted.values().stream()
            .map(w -> new Context(new int[] {1}, new double[] {w}))
            .toArray(Context[]::new);
    var model =
        new QNModel(
            contexts, sorted.keySet().toArray(String[]::new), new String[] {"0", Scorer.YES});
    var output = new TextModel.Output(symbol, "What it means.", new Calibration(1, 0));
    return TextModel.read(
        symbol, TextModel.write(symbol, language, "", List.of(output), List.of(model)));
  }
}
