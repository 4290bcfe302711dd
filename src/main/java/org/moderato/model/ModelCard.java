package org.moderato.model;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.moderato.model.Evaluation.Bin;
import org.moderato.model.Evaluation.Cut;
import org.moderato.model.Evaluator.Figures;

/**
 * The page that says what a model is for, what it was trained on and how well it does.
 *
 * @param recipe how it was trained
 * @param model the model
 * @param figures how it did
 */
public record ModelCard(Recipe recipe, TextModel model, List<Figures> figures) {
  private static final Set<Integer> SHOWN_PER_CENT = Set.of(50, 60, 70, 80, 90, 95, 99);
  private static final List<Double> PRECISIONS = List.of(0.6, 0.8, 0.95);

  public ModelCard {
    figures = List.copyOf(figures);
  }

  /**
   * Returns the card as Markdown, the same text for the same model and data.
   *
   * @param data where the sets are, for their sizes
   * @throws IOException if a set cannot be read
   */
  public String markdown(DataFolder data) throws IOException {
    var card = new StringBuilder();
    card.append("# ").append(recipe.name()).append("\n\n");
    card.append(recipe.purpose()).append("\n\n");
    line(card, "- Language: %s", language());
    line(card, "- Version (SHA-256): `%s`", model.digest());
    line(card, "- Learner: Apache OpenNLP, maximum entropy by L-BFGS; recipe at the end");
    card.append("\n## What it says\n\n| symbol | meaning |\n|---|---|\n");
    for (Recipe.Output output : recipe.outputs()) {
      line(card, "| `%s` | %s |", output.symbol(), output.meaning());
    }
    card.append(
        """

        A score means something: among texts scored 0.8, eight of ten are positive, if there are as
        many positive as negative texts. Where positive texts are rarer, fewer of ten are.
        """);
    ingredients(card, data);
    figures(card);
    cuts(card);
    calibration(card);
    card.append("\n## Limits\n\n");
    recipe.limits().forEach(limit -> line(card, "- %s", limit));
    card.append("\n## Recipe\n\n```yaml\n").append(recipe.source()).append("```\n");
    return card.toString();
  }

  private String language() {
    String name = Locale.forLanguageTag(recipe.language()).getDisplayLanguage(Locale.ENGLISH);
    return recipe.language().equals("mul") ? "any" : name + " (" + recipe.language() + ")";
  }

  private void ingredients(StringBuilder card, DataFolder data) throws IOException {
    card.append("\n## What it was trained on\n\n");
    card.append("A tenth of the sets marked * was held out, and the scores calibrated on it.\n\n");
    card.append("| set | rows | positive | outputs | terms |\n|---|--:|--:|---|---|\n");
    Map<DataSet, String> outputs = new LinkedHashMap<>();
    Map<DataSet, Boolean> calibrated = new LinkedHashMap<>();
    Map<DataSet, Boolean> negative = new LinkedHashMap<>();
    for (Recipe.Output output : recipe.outputs()) {
      for (Recipe.Ingredient ingredient : output.ingredients()) {
        outputs.merge(ingredient.set(), output.symbol(), (a, b) -> a + ", " + b);
        calibrated.merge(ingredient.set(), ingredient.calibrate(), Boolean::logicalOr);
        negative.merge(ingredient.set(), ingredient.negative(), Boolean::logicalAnd);
      }
    }
    for (var entry : outputs.entrySet()) {
      DataSet set = entry.getKey();
      List<LabelledText> texts = data.read(set);
      long positives =
          Boolean.TRUE.equals(negative.get(set))
              ? 0
              : texts.stream().filter(LabelledText::positive).count();
      line(
          card,
          "| %s%s | %d | %d | %s | %s |",
          set.file(),
          Boolean.TRUE.equals(calibrated.get(set)) ? " *" : "",
          texts.size(),
          positives,
          entry.getValue(),
          set.terms());
    }
  }

  private void figures(StringBuilder card) {
    card.append("\n## How well it does\n\nOn texts that it was not trained on.\n\n");
    card.append("| set | symbol | rows | positive | ROC AUC | average precision |");
    card.append(" calibration error |\n|---|---|--:|--:|--:|--:|--:|\n");
    for (Figures f : figures) {
      Evaluation e = f.evaluation();
      line(
          card,
          "| %s | `%s` | %d | %d | %s | %s | %s |",
          f.set(),
          f.symbol(),
          e.rows(),
          e.positives(),
          number(e.rocAuc()),
          number(e.averagePrecision()),
          number(e.calibrationError()));
    }
  }

  private void cuts(StringBuilder card) {
    card.append("\n## Precision and recall by threshold\n\n");
    card.append("Precision depends on how many texts of a set are positive; recall does not.\n\n");
    card.append("| set | symbol |");
    SHOWN_PER_CENT.stream().sorted().forEach(t -> cell(card, " %.2f |", t / 100.0));
    PRECISIONS.forEach(p -> cell(card, " precision %.2f from |", p));
    card.append("\n|---|---|");
    card.append("---|".repeat(SHOWN_PER_CENT.size() + PRECISIONS.size())).append('\n');
    for (Figures f : figures) {
      cell(card, "| %s | `%s` |", f.set(), f.symbol());
      for (Cut cut : f.evaluation().cuts()) {
        if (SHOWN_PER_CENT.contains((int) Math.round(cut.threshold() * 100))
            && Math.round(cut.threshold() * 200) % 2 == 0) {
          cell(card, " %s / %s |", number(cut.precision()), number(cut.recall()));
        }
      }
      PRECISIONS.forEach(p -> cell(card, " %s |", number(f.evaluation().thresholdFor(p))));
      card.append('\n');
    }
  }

  private void calibration(StringBuilder card) {
    card.append("\n## Calibration\n\nThe share of positive texts among those of a score, in a mix");
    card.append(" of as many positive as negative ones.\n\n");
    card.append("| set | symbol | score | positive | share of texts |\n|---|---|--:|--:|--:|\n");
    for (Figures f : figures) {
      if (f.evaluation().positives() < f.evaluation().rows()) {
        for (Bin bin : f.evaluation().bins()) {
          line(
              card,
              "| %s | `%s` | %s | %s | %s |",
              f.set(),
              f.symbol(),
              number(bin.score()),
              number(bin.positive()),
              number(bin.share()));
        }
      }
    }
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static void line(StringBuilder card, String format, Object... values) {
    cell(card, format, values);
    card.append('\n');
  }

  private static void cell(StringBuilder card, String format, Object... values) {
    card.append(String.format(Locale.ROOT, format, values));
  }
}
