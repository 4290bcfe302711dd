package org.moderato.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;
import org.moderato.model.Recipe.Ingredient;
import org.moderato.text.Normaliser;
import org.moderato.text.Text;

/**
 * Trains models by recipe: maximum entropy, with OpenNLP's L-BFGS minimiser.
 *
 * <p>While training, a gram's value is multiplied by its inverse document frequency, so that the
 * costs of weights fall on common grams; afterwards that factor goes into the weight, and neither
 * the file nor the scoring knows of it. Weights are rounded to 1/{@value #GRID}, which costs
 * nothing in quality and halves the file. Not thread-safe.
 */
public final class Trainer {
  private static final int GRID = 256;
  private static final int HELD_OUT_OF = 10;

  private final DataFolder data;
  private final Consumer<String> progress;
  private final Normaliser normaliser = new Normaliser();

  /**
   * Makes a trainer.
   *
   * @param data where the sets are
   * @param progress told in a line what is being done
   */
  public Trainer(DataFolder data, Consumer<String> progress) {
    this.data = data;
    this.progress = progress;
  }

  /** A text as grams, with the labels that it came with. */
  private static final class Row {
    private final int[] grams;
    private final float[] values;
    private final LabelledText labelled;
    private final boolean heldOut;

    Row(int[] grams, float[] values, LabelledText labelled, boolean heldOut) {
      this.grams = grams;
      this.values = values;
      this.labelled = labelled;
      this.heldOut = heldOut;
    }
  }

  /**
   * Trains a model.
   *
   * @return the content of the model's file, the same bytes for the same recipe and data
   * @throws IOException if a set cannot be read
   */
  public byte[] train(Recipe recipe) throws IOException {
    Map<DataSet, List<LabelledText>> sets = readSets(recipe);
    Set<Long> heldOut = heldOut(recipe, sets);
    var vocabulary = new Vocabulary(recipe.kinds(), recipe.minTexts());
    for (List<LabelledText> texts : sets.values()) {
      texts.forEach(t -> vocabulary.count(grams(recipe, t)));
    }
    vocabulary.close();
    var rows = new LinkedHashMap<DataSet, List<Row>>();
    sets.forEach(
        (set, texts) ->
            rows.put(set, texts.stream().map(t -> row(recipe, vocabulary, t, heldOut)).toList()));
    progress.accept(recipe.name() + ": " + vocabulary.size() + " grams");

    var outputs = new ArrayList<TextModel.Output>();
    var models = new ArrayList<QNModel>();
    for (Recipe.Output output : recipe.outputs()) {
      QNModel model = fit(recipe, output, vocabulary, rows);
      models.add(model);
      outputs.add(
          new TextModel.Output(
              output.symbol(), output.meaning(), calibrate(recipe, output, model, rows)));
    }
    return TextModel.write(recipe.name(), recipe.language(), recipe.source(), outputs, models);
  }

  private Map<DataSet, List<LabelledText>> readSets(Recipe recipe) throws IOException {
    var sets = new LinkedHashMap<DataSet, List<LabelledText>>();
    for (Recipe.Output output : recipe.outputs()) {
      for (Ingredient ingredient : output.ingredients()) {
        if (!sets.containsKey(ingredient.set())) {
          sets.put(ingredient.set(), data.read(ingredient.set()));
        }
      }
    }
    return sets;
  }

  /** Returns the hashes of the texts to calibrate on; a copy in another set is held out too. */
  private static Set<Long> heldOut(Recipe recipe, Map<DataSet, List<LabelledText>> sets) {
    var held = new HashSet<Long>();
    for (Recipe.Output output : recipe.outputs()) {
      for (Ingredient ingredient : output.ingredients()) {
        if (ingredient.calibrate()) {
          sets.getOrDefault(ingredient.set(), List.of()).stream()
              .filter(text -> isHeldOut(recipe, text))
              .forEach(text -> held.add(hash(recipe, text)));
        }
      }
    }
    return held;
  }

  /** Returns whether a text of a set to calibrate on is among those held out from training. */
  static boolean isHeldOut(Recipe recipe, LabelledText text) {
    return Long.remainderUnsigned(hash(recipe, text), HELD_OUT_OF) == 0;
  }

  private static long hash(Recipe recipe, LabelledText text) {
    return Grams.hash(recipe.seed() + ":" + text.text());
  }

  private Grams grams(Recipe recipe, LabelledText labelled) {
    String typed = labelled.text();
    Text text =
        normaliser.normalise(typed.substring(0, Math.min(typed.length(), recipe.maxLength())));
    return new Grams(text);
  }

  private Row row(Recipe recipe, Vocabulary vocabulary, LabelledText text, Set<Long> heldOut) {
    Grams grams = grams(recipe, text);
    int[] numbers = new int[grams.size()];
    float[] values = new float[grams.size()];
    boolean[] seen = new boolean[grams.size()];
    int n = 0;
    for (int i = 0; i < grams.occurrences(); i++) {
      int gram = grams.gramAt(i);
      if (seen[gram]) {
        continue;
      }
      seen[gram] = true;
      int number = vocabulary.number(grams, i);
      if (number >= 0) {
        numbers[n] = number;
        values[n] = (float) (grams.value(gram) * vocabulary.rarity(number));
        n++;
      }
    }
    return new Row(
        Arrays.copyOf(numbers, n),
        Arrays.copyOf(values, n),
        text,
        heldOut.contains(hash(recipe, text)));
  }

  private QNModel fit(
      Recipe recipe, Recipe.Output output, Vocabulary vocabulary, Map<DataSet, List<Row>> rows) {
    var loss = new LogisticLoss(vocabulary.size(), recipe.l2());
    for (Ingredient ingredient : output.ingredients()) {
      for (Row row : rows.getOrDefault(ingredient.set(), List.of())) {
        boolean positive = !ingredient.negative() && output.isPositive(row.labelled);
        double weight = ingredient.weight() * (positive ? ingredient.positives() : 1);
        if (weight > 0 && !row.heldOut) {
          loss.add(row.grams, row.values, positive, weight);
        }
      }
    }
    progress.accept(output.symbol() + ": training on " + loss.size() + " texts");
    return model(vocabulary, loss.minimise(recipe.iterations()), recipe.minWeight());
  }

  /** Makes a model with one weight a gram, its rarity in the weight, and small ones gone. */
  private static QNModel model(Vocabulary vocabulary, double[] weights, double minWeight) {
    var names = new ArrayList<String>();
    var contexts = new ArrayList<Context>();
    for (int i = 0; i < weights.length; i++) {
      double rounded = Math.rint(weights[i] * vocabulary.rarity(i) * GRID) / GRID;
      if (rounded != 0 && Math.abs(rounded) >= minWeight) {
        names.add(vocabulary.name(i));
        contexts.add(new Context(new int[] {1}, new double[] {rounded}));
      }
    }
    return new QNModel(
        contexts.toArray(Context[]::new),
        names.toArray(String[]::new),
        new String[] {"0", Scorer.YES});
  }

  private Calibration calibrate(
      Recipe recipe, Recipe.Output output, QNModel model, Map<DataSet, List<Row>> rows) {
    var scorer = new Scorer(List.of(model));
    var logOdds = new ArrayList<Double>();
    var positive = new ArrayList<Boolean>();
    for (Ingredient ingredient : output.ingredients()) {
      if (ingredient.calibrate()) {
        for (Row row : rows.getOrDefault(ingredient.set(), List.of())) {
          if (row.heldOut) {
            logOdds.add(scorer.logOdds(grams(recipe, row.labelled))[0]);
            positive.add(!ingredient.negative() && output.isPositive(row.labelled));
          }
        }
      }
    }
    boolean[] labels = new boolean[positive.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = positive.get(i);
    }
    return Calibration.fit(logOdds.stream().mapToDouble(d -> d).toArray(), labels);
  }
}
