package org.moderato.model;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;
import org.junit.jupiter.api.Test;
import org.moderato.text.Normaliser;

final class ScorerTest {
  private static final String LETTERS = "aaabeeinoorstuw    .!'éж中";

  @Test
  void logOdds_ofManyTexts_equalOpenNlpsOwn() {
    var random = new SplittableRandom(3);
    List<String> texts = random.ints(500).mapToObj(i -> text(random)).toList();
    var names = new TreeSet<String>();
    for (String text : texts.subList(0, 250)) {
      Grams grams = grams(text);
      for (int i = 0; i < grams.occurrences(); i++) {
        names.add(grams.name(i));
      }
    }
    QNModel one = model(names, random);
    QNModel other = model(names, random);
    var scorer = new Scorer(List.of(one, other));
    for (String text : texts) {
      Grams grams = grams(text);
      double[] logOdds = scorer.logOdds(grams);
      assertEquals(openNlp(one, grams), 1 / (1 + Math.exp(-logOdds[0])), 1e-6);
      assertEquals(openNlp(other, grams), 1 / (1 + Math.exp(-logOdds[1])), 1e-6);
    }
  }

  @Test
  void byRun_allRunsAndThePrior_addUpToTheLogOdds() {
    Grams grams = grams("you fool you");
    var names = List.of("b:", "w:you", "w:you fool", "c:oo");
    QNModel model = model(new TreeSet<>(names), new SplittableRandom(1));
    var scorer = new Scorer(List.of(model));
    double prior = scorer.logOdds(grams(""))[0];
    double sum = prior;
    for (double run : scorer.byRun(grams, 0)) {
      sum += run;
    }
    assertEquals(scorer.logOdds(grams)[0], sum, 1e-6);
  }

  private static double openNlp(QNModel model, Grams grams) {
    String[] names = new String[grams.size()];
    float[] values = new float[grams.size()];
    for (int i = 0; i < grams.occurrences(); i++) {
      names[grams.gramAt(i)] = grams.name(i);
      values[grams.gramAt(i)] = grams.value(grams.gramAt(i));
    }
    return model.eval(names, values)[model.getIndex(Scorer.YES)];
  }

  /** Makes a model in which some grams have a weight in both outcomes and some in one only. */
  private static QNModel model(Set<String> names, SplittableRandom random) {
    Context[] contexts =
        names.stream()
            .map(
                name ->
                    random.nextBoolean()
                        ? new Context(new int[] {1}, new double[] {random.nextDouble(-3, 3)})
                        : new Context(
                            new int[] {0, 1},
                            new double[] {random.nextDouble(-3, 3), random.nextDouble(-3, 3)}))
            .toArray(Context[]::new);
    return new QNModel(contexts, names.toArray(String[]::new), new String[] {"0", Scorer.YES});
  }

  private static String text(SplittableRandom random) {
    return random
        .ints(random.nextInt(1, 200), 0, LETTERS.length())
        .mapToObj(i -> LETTERS.substring(i, i + 1))
        .collect(joining());
  }

  private static Grams grams(String typed) {
    return new Grams(new Normaliser().normalise(typed));
  }
}
