package org.moderato.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LogisticLossTest {
  private static final int GRAMS = 30;

  @Test
  void gradientAt_anyPoint_isTheSlopeOfTheValue() {
    LogisticLoss loss = loss();
    var random = new SplittableRandom(2);
    double[] point = random.doubles(GRAMS, -1, 1).toArray();
    double[] gradient = loss.gradientAt(point);
    double step = 1e-5;
    for (int i = 0; i < GRAMS; i++) {
      double[] ahead = point.clone();
      double[] behind = point.clone();
      ahead[i] += step;
      behind[i] -= step;
      double slope = (loss.valueAt(ahead) - loss.valueAt(behind)) / (2 * step);
      assertEquals(slope, gradient[i], 1e-5);
    }
  }

  @Test
  void valueAt_origin_isLogTwoForEachWeight() {
    var loss = new LogisticLoss(1, 1);
    loss.add(new int[] {0}, new float[] {1}, true, 1.5);
    loss.add(new int[] {0}, new float[] {2}, false, 0.25);
    assertEquals(1.75 * Math.log(2), loss.valueAt(new double[1]), 1e-12);
  }

  @Test
  void valueAt_hugeLogOdds_staysFinite() {
    var loss = new LogisticLoss(1, 1e-9);
    loss.add(new int[] {0}, new float[] {1}, true, 1);
    assertTrue(Double.isFinite(loss.valueAt(new double[] {-1e4})));
    assertTrue(Double.isFinite(loss.gradientAt(new double[] {-1e4})[0]));
  }

  @Test
  void minimise_unevenGrams_endsAtTheBottom() {
    LogisticLoss loss = loss();
    double before = norm(loss.gradientAt(new double[GRAMS]));
    loss.minimise(100);
    double after = norm(loss.gradientAt(new double[GRAMS]));
    assertTrue(after < 0.01 * before, "slope went from " + before + " to " + after);
  }

  private static double norm(double[] vector) {
    double square = 0;
    for (double x : vector) {
      square += x * x;
    }
    return Math.sqrt(square);
  }

  /** Makes texts in which the first gram is a thousand times as strong as the last. */
  private static LogisticLoss loss() {
    var random = new SplittableRandom(1);
    var loss = new LogisticLoss(GRAMS, 0.5);
    for (int i = 0; i < 400; i++) {
      int[] grams = random.ints(5, 0, GRAMS).distinct().toArray();
      float[] values = new float[grams.length];
      for (int j = 0; j < grams.length; j++) {
        values[j] = (float) (random.nextDouble() * Math.pow(1000, -grams[j] / (double) GRAMS));
      }
      boolean odd = grams[0] % 2 == 1;
      loss.add(grams, values, random.nextInt(10) == 0 ? !odd : odd, random.nextDouble());
    }
    return loss;
  }
}
