package org.moderato.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CalibrationTest {
  @Test
  void fit_textsOfAKnownCurve_findsIt() {
    var random = new SplittableRandom(1);
    int texts = 200_000;
    double[] logOdds = new double[texts];
    boolean[] positive = new boolean[texts];
    for (int i = 0; i < texts; i++) {
      logOdds[i] = random.nextDouble(-4, 4);
      positive[i] = random.nextDouble() < 1 / (1 + Math.exp(-1.5 * logOdds[i]));
    }
    Calibration calibration = Calibration.fit(logOdds, positive);
    assertEquals(1.5, calibration.slope(), 0.03);
    assertEquals(0, calibration.offset(), 0.03);
  }

  @Test
  void fit_nineTimesAsManyNegatives_isForHalfAndHalf() {
    assertEquals(fitCopies(1000, 1000).score(1), fitCopies(1000, 9000).score(1), 0.001);
  }

  private static Calibration fitCopies(int ofPositives, int ofNegatives) {
    double[] logOdds = {0, 1, 1, 2, 0, 1, 1, 2, 0, 1, 1, 2};
    String labels = "-+-+----++-+";
    var all = new ArrayList<Double>();
    var positive = new ArrayList<Boolean>();
    for (int i = 0; i < logOdds.length; i++) {
      boolean yes = labels.charAt(i) == '+';
      for (int copy = 0; copy < (yes ? ofPositives : ofNegatives); copy++) {
        all.add(logOdds[i]);
        positive.add(yes);
      }
    }
    boolean[] flags = new boolean[positive.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = positive.get(i);
    }
    return Calibration.fit(all.stream().mapToDouble(x -> x).toArray(), flags);
  }

  @Test
  void fit_fewTextsAllToldApart_staysModest() {
    double[] logOdds = {-3, -2, -2, 2, 2, 3};
    boolean[] positive = {false, false, false, true, true, true};
    Calibration calibration = Calibration.fit(logOdds, positive);
    assertEquals(0.8, calibration.score(2.4), 0.05);
  }

  @Test
  void fit_rarePositivesFarBelowZero_isNoStep() {
    var random = new SplittableRandom(4);
    double[] logOdds = new double[5000];
    boolean[] positive = new boolean[5000];
    for (int i = 0; i < logOdds.length; i++) {
      positive[i] = i % 100 == 0;
      logOdds[i] = random.nextGaussian() + (positive[i] ? -6 : -9);
    }
    Calibration calibration = Calibration.fit(logOdds, positive);
    assertEquals(0.5, calibration.score(-7.5), 0.1);
    assertEquals(3, calibration.slope(), 0.8);
  }

  @Test
  void fit_onlyPositives_isRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Calibration.fit(new double[] {1, 2}, new boolean[] {true, true}));
  }

  @Test
  void constructor_fallingCurve_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Calibration(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Calibration(Double.NaN, 1));
  }
}
