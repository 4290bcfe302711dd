package org.moderato.model;

/**
 * Turns log-odds into a score that means something: among texts scored 0.8, eight of ten are
 * positive, in a mix of as many positive as negative texts.
 *
 * <p>A logistic curve after Platt (1999), fitted by Newton's method on texts that were not trained
 * on.
 *
 * @param slope at least a little above 0, so that the order of scores stays
 * @param offset added after the slope
 */
record Calibration(double slope, double offset) {
  private static final int MAX_STEPS = 100;
  private static final double SMALL = 1e-9;

  Calibration {
    if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(offset)) {
      throw new IllegalArgumentException("no calibration: slope " + slope + ", offset " + offset);
    }
  }

  /** Returns the score in [0, 1]. */
  double score(double logOdds) {
    return 1 / (1 + Math.exp(-(slope * logOdds + offset)));
  }

  /**
   * Fits a curve.
   *
   * @param logOdds what the model said about each text
   * @param positive what each text is; there must be both kinds
   */
  static Calibration fit(double[] logOdds, boolean[] positive) {
    int positives = 0;
    for (boolean p : positive) {
      positives += p ? 1 : 0;
    }
    if (positives == 0 || positives == positive.length) {
      throw new IllegalArgumentException("calibration needs positive and negative texts");
    }
    int negatives = positive.length - positives;
    double yes = 0.5 / positives;
    double no = 0.5 / negatives;
    // Platt's targets: a few texts that are all told apart do not prove that any text would be.
    double yesTarget = (positives + 1.0) / (positives + 2.0);
    double noTarget = 1.0 / (negatives + 2.0);
    var curve = new Curve(logOdds, positive, yes, no, yesTarget, noTarget);
    double slope = 0;
    double offset = 0;
    double loss = curve.loss(slope, offset);
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] newton = curve.step(slope, offset);
      double length = 1;
      double next = curve.loss(slope + newton[0], offset + newton[1]);
      // A whole step can overshoot where rare positives make the curve flat; a part of it cannot.
      while (next > loss && length > SMALL) {
        length /= 2;
        next = curve.loss(slope + length * newton[0], offset + length * newton[1]);
      }
      slope += length * newton[0];
      offset += length * newton[1];
      if (loss - next < SMALL) {
        break;
      }
      loss = next;
    }
    return new Calibration(slope, offset);
  }

  /** What is to be fitted: texts with weights and targets. */
  private static final class Curve {
    private final double[] logOdds;
    private final boolean[] positive;
    private final double yes;
    private final double no;
    private final double yesTarget;
    private final double noTarget;

    Curve(
        double[] logOdds,
        boolean[] positive,
        double yes,
        double no,
        double yesTarget,
        double noTarget) {
      this.logOdds = logOdds;
      this.positive = positive;
      this.yes = yes;
      this.no = no;
      this.yesTarget = yesTarget;
      this.noTarget = noTarget;
    }

    double loss(double slope, double offset) {
      double loss = 0;
      for (int i = 0; i < logOdds.length; i++) {
        double x = slope * logOdds[i] + offset;
        double target = positive[i] ? yesTarget : noTarget;
        // -log of the probability of the target, without overflow.
        double cost = Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x))) - target * x;
        loss += (positive[i] ? yes : no) * cost;
      }
      return loss;
    }

    /** Returns Newton's step for slope and offset. */
    double[] step(double slope, double offset) {
      double slopeGradient = 0;
      double offsetGradient = 0;
      double slopeCurve = SMALL;
      double crossCurve = 0;
      double offsetCurve = SMALL;
      for (int i = 0; i < logOdds.length; i++) {
        double x = logOdds[i];
        double weight = positive[i] ? yes : no;
        double p = 1 / (1 + Math.exp(-(slope * x + offset)));
        double error = weight * ((positive[i] ? yesTarget : noTarget) - p);
        double curve = weight * p * (1 - p);
        slopeGradient += error * x;
        offsetGradient += error;
        slopeCurve += curve * x * x;
        crossCurve += curve * x;
        offsetCurve += curve;
      }
      double determinant = slopeCurve * offsetCurve - crossCurve * crossCurve;
      return new double[] {
        (offsetCurve * slopeGradient - crossCurve * offsetGradient) / determinant,
        (slopeCurve * offsetGradient - crossCurve * slopeGradient) / determinant
      };
    }
  }
}
