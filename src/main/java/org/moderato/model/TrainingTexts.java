package org.moderato.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;

/**
 * Texts in the form in which OpenNLP's trainers read them: each as its grams' numbers and values,
 * its outcome, and how often it counts.
 *
 * <p>Made in place of one of OpenNLP's own indexers, which keep every gram of every text as a
 * string and can weigh a text only by repeating it. Not thread-safe.
 */
final class TrainingTexts implements DataIndexer {
  /** How often a text of weight 1 counts; so weights are exact to a hundredth. */
  static final int UNIT = 100;

  /**
   * What values are multiplied by. OpenNLP's L-BFGS starts each search as if the loss were curved
   * like a unit bowl; counting texts a hundredfold makes it a hundred times as steep, and this
   * makes up for it. The cost of squared weights then needs no factor of its own.
   */
  static final double SCALE = 0.1;

  private final Vocabulary vocabulary;
  private final List<int[]> contexts = new ArrayList<>();
  private final List<float[]> values = new ArrayList<>();
  private final List<Boolean> positive = new ArrayList<>();
  private final List<Integer> times = new ArrayList<>();

  TrainingTexts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  void add(int[] grams, float[] gramValues, boolean isPositive, int count) {
    contexts.add(grams);
    values.add(gramValues);
    positive.add(isPositive);
    times.add(count);
  }

  @Override
  public int[][] getContexts() {
    return contexts.toArray(int[][]::new);
  }

  @Override
  public float[][] getValues() {
    return values.toArray(float[][]::new);
  }

  @Override
  public int[] getOutcomeList() {
    return positive.stream().mapToInt(p -> p ? 1 : 0).toArray();
  }

  @Override
  public int[] getNumTimesEventsSeen() {
    return times.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public String[] getOutcomeLabels() {
    return new String[] {"0", Scorer.YES};
  }

  @Override
  public String[] getPredLabels() {
    String[] labels = new String[vocabulary.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = vocabulary.name(i);
    }
    return labels;
  }

  @Override
  public int[] getPredCounts() {
    int[] counts = new int[vocabulary.size()];
    for (int[] context : contexts) {
      for (int gram : context) {
        counts[gram]++;
      }
    }
    return counts;
  }

  @Override
  public int getNumEvents() {
    return contexts.size();
  }

  @Override
  public void init(TrainingParameters parameters, Map<String, String> report) {
    // Nothing to choose: the texts come indexed.
  }

  @Override
  public void index(ObjectStream<Event> events) {
    throw new UnsupportedOperationException("the texts come indexed");
  }
}
