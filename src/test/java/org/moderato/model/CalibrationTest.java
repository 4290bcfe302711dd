package org.moderato.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
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
  void fit_tenTimesAsManyNegatives_isForHalfAndHalf() {
    double[] logOdds = {0, 1, 1, 2, 0, 1, 1, 2, 0, 1, 1, 2};
    boolean[] few = {false, true, false, true, false, false, false, false, true, true, false, true};
    Calibration once = Calibration.fit(logOdds, few);
    double[] more = new double[logOdds.length * 10];
    boolean[] moreLabels = new boolean[more.length];
    int n = 0;
    for (int i = 0; i < logOdds.length; i++) {
      for (int copy = 0; copy < (few[i] ? 1 : 9); copy++) {
        more[n] = logOdds[i];
        moreLabels[n++] = few[i];
      }
    }
    Calibration again = Calibration.fit(Arrays.copyOf(more, n), Arrays.copyOf(moreLabels, n));
    assertEquals(once.score(1), again.score(1), 1e-6);
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
