package org.moderato.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.moderato.text.Normaliser;

/**
 * Measures a model on labelled texts, as the comment path would score them.
 *
 * <p>Thread-safe, but times are only worth something when nothing else runs.
 */
public final class Evaluator {
  /** Where precision and recall are taken: every half per cent. */
  private static final double[] THRESHOLDS =
      IntStream.range(1, 200).mapToDouble(i -> i / 200.0).toArray();

  private static final double NANOS = 1e9;

  private final Normaliser normaliser = new Normaliser();

  /**
   * How one output did on one set.
   *
   * @param set the set's name
   * @param symbol the output
   * @param evaluation the figures, with cuts at every half per cent
   * @param textsPerSecond on one thread, all outputs of the model together
   */
  public record Figures(String set, String symbol, Evaluation evaluation, double textsPerSecond) {}

  /**
   * Measures a model on the sets that its recipe names, and on the tenths of its training sets that
   * were held out.
   *
   * @throws IOException if a set cannot be read
   */
  public List<Figures> evaluate(TextModel model, Recipe recipe, DataFolder data)
      throws IOException {
    var figures = new ArrayList<Figures>();
    for (DataSet set : recipe.measure()) {
      figures.addAll(evaluate(model, recipe, set.file(), data.read(set)));
    }
    for (DataSet set : calibrated(recipe)) {
      List<LabelledText> heldOut =
          data.read(set).stream().filter(t -> Trainer.isHeldOut(recipe, t)).toList();
      figures.addAll(evaluate(model, recipe, set.file() + " (held out)", heldOut));
    }
    return figures;
  }

  private static Set<DataSet> calibrated(Recipe recipe) {
    var sets = new LinkedHashSet<DataSet>();
    for (Recipe.Output output : recipe.outputs()) {
      for (Recipe.Ingredient ingredient : output.ingredients()) {
        if (ingredient.calibrate() && !ingredient.negative()) {
          sets.add(ingredient.set());
        }
      }
    }
    return sets;
  }

  /**
   * Measures a model on any labelled texts. An output that stands for a fine label is left out
   * where no text has that label.
   *
   * @param recipe says which label each output stands for
   * @param name what to call the set
   */
  public List<Figures> evaluate(
      TextModel model, Recipe recipe, String name, List<LabelledText> texts) {
    List<Evaluation.Scored> scored =
        recipe.outputs().stream().map(o -> new Evaluation.Scored()).toList();
    long start = System.nanoTime();
    for (LabelledText text : texts) {
      double[] scores = model.scores(normaliser.normalise(text.text()));
      for (int output = 0; output < scores.length; output++) {
        scored.get(output).add(scores[output], recipe.outputs().get(output).isPositive(text));
      }
    }
    double speed = texts.size() * NANOS / (System.nanoTime() - start);
    var figures = new ArrayList<Figures>();
    for (int output = 0; output < scored.size(); output++) {
      Recipe.Output what = recipe.outputs().get(output);
      if (what.label().isEmpty() || texts.stream().anyMatch(what::isPositive)) {
        Evaluation evaluation = scored.get(output).evaluate(THRESHOLDS);
        figures.add(new Figures(name, what.symbol(), evaluation, speed));
      }
    }
    return figures;
  }
}
