package org.moderato.model;

import java.util.List;
import java.util.Map;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;

/**
 * OpenNLP models, compiled into one table so that one pass over a text's grams answers all of them.
 *
 * <p>OpenNLP looks every gram up by its string, once for each model. Here a gram's 64-bit hash
 * leads to a row with its weight in each model; linear probing, at most half full. Two names of one
 * model share a hash with a chance of about one in a thousand million; their weights would add up.
 * Immutable, so shared by threads.
 */
final class Scorer {
  /** The outcome whose probability a model gives. */
  static final String YES = "1";

  private final int outputs;
  private final long[] keys;
  private final float[] weights;

  /**
   * Compiles models.
   *
   * @param models each with two outcomes, one of which is {@link #YES}
   */
  Scorer(List<QNModel> models) {
    outputs = models.size();
    int capacity = Integer.highestOneBit(Math.max(16, distinctGrams(models))) * 4;
    long[] all = new long[capacity];
    float[] rows = new float[capacity * outputs];
    for (int output = 0; output < outputs; output++) {
      QNModel model = models.get(output);
      int yes = model.getIndex(YES);
      for (var entry : contexts(model).entrySet()) {
        int slot = slot(all, Grams.hash(entry.getKey()));
        all[slot] = Grams.hash(entry.getKey());
        rows[slot * outputs + output] += weight(entry.getValue(), yes);
      }
    }
    keys = all;
    weights = rows;
  }

  private static int distinctGrams(List<QNModel> models) {
    long[] hashes =
        models.stream()
            .flatMapToLong(m -> contexts(m).keySet().stream().mapToLong(Grams::hash))
            .sorted()
            .toArray();
    int distinct = 0;
    for (int i = 0; i < hashes.length; i++) {
      distinct += i == 0 || hashes[i] != hashes[i - 1] ? 1 : 0;
    }
    return distinct;
  }

  /** Returns each model's log-odds of {@link #YES}. */
  double[] logOdds(Grams grams) {
    double[] sums = new double[outputs];
    for (int gram = 0; gram < grams.size(); gram++) {
      int slot = slot(keys, grams.hash(gram));
      if (keys[slot] != 0) {
        float value = grams.value(gram);
        for (int output = 0; output < outputs; output++) {
          sums[output] += (double) value * weights[slot * outputs + output];
        }
      }
    }
    return sums;
  }

  /**
   * Returns what each run of characters between spaces added to a model's log-odds. Pairs of words
   * count where the second word stands; what has no place counts nowhere.
   */
  double[] byRun(Grams grams, int output) {
    double[] sums = new double[grams.runs().size()];
    for (int i = 0; i < grams.occurrences(); i++) {
      int run = grams.runAt(i);
      if (run < 0) {
        continue;
      }
      int gram = grams.gramAt(i);
      int slot = slot(keys, grams.hash(gram));
      if (keys[slot] != 0) {
        sums[run] +=
            grams.value(gram) * weights[slot * outputs + output] / (double) grams.count(gram);
      }
    }
    return sums;
  }

  /** Returns a model's parameters by the name of the gram. */
  @SuppressWarnings("unchecked")
  static Map<String, Context> contexts(QNModel model) {
    return (Map<String, Context>) model.getDataStructures()[1];
  }

  /** Returns what a gram adds to the log-odds of an outcome in a model of two outcomes. */
  static float weight(Context context, int yes) {
    double weight = 0;
    for (int i = 0; i < context.getOutcomes().length; i++) {
      double parameter = context.getParameters()[i];
      weight += context.getOutcomes()[i] == yes ? parameter : -parameter;
    }
    return (float) weight;
  }

  private static int slot(long[] keys, long hash) {
    int mask = keys.length - 1;
    int slot = (int) hash & mask;
    while (keys[slot] != 0 && keys[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
