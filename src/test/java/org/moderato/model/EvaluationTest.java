package org.moderato.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvaluationTest {
  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "0.9+ 0.8+ 0.2- 0.1-, 1.0,   1.0,          all in order",
    "0.9- 0.8- 0.2+ 0.1+, 0.0,   0.4166666667, all upside down",
    "0.5+ 0.5- 0.5+ 0.5-, 0.5,   0.5,          all tied",
    "0.9+ 0.8- 0.7+ 0.1-, 0.75,  0.8333333333, one pair wrong",
    "0.9+ 0.5+ 0.5- 0.1-, 0.875, 0.8333333333, one tie",
  })
  void evaluate_ranking(String scores, double rocAuc, double averagePrecision, String why) {
    Evaluation evaluation = scored(scores).evaluate();
    assertEquals(rocAuc, evaluation.rocAuc(), 1e-9);
    assertEquals(averagePrecision, evaluation.averagePrecision(), 1e-9);
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "0.8,  1.0,          0.5, on a score",
    "0.81, NaN,          0.0, above all",
    "0.7,  0.5,          0.5, a negative too",
    "0.1,  0.5,          1.0, everything",
  })
  void evaluate_cut(double threshold, double precision, double recall, String why) {
    var cut = scored("0.8+ 0.7- 0.2+ 0.1-").evaluate(threshold).cuts().get(0);
    assertEquals(precision, cut.precision(), 1e-9);
    assertEquals(recall, cut.recall(), 1e-9);
  }

  @Test
  void calibrationError_weighsBothKindsAlike() {
    // Ten negatives to one positive, but in the half-and-half mix 0.5 is exactly right.
    Evaluation evaluation = scored("0.5+" + " 0.5-".repeat(10)).evaluate();
    assertEquals(0, evaluation.calibrationError(), 1e-9);
    assertEquals(0.4, scored("0.9+ 0.9-").evaluate().calibrationError(), 1e-9);
  }

  @Test
  void thresholdFor_precision_isTheLowest() {
    Evaluation evaluation = scored("0.9+ 0.8+ 0.7- 0.6+").evaluate(0.6, 0.7, 0.8, 0.9);
    assertEquals(0.8, evaluation.thresholdFor(0.9));
    assertEquals(0.6, evaluation.thresholdFor(0.75));
  }

  private static Evaluation.Scored scored(String scores) {
    var scored = new Evaluation.Scored();
    for (String score : scores.split(" ", -1)) {
      double value = Double.parseDouble(score.substring(0, score.length() - 1));
      scored.add(value, score.endsWith("+"));
    }
    return scored;
  }
}
