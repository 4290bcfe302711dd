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
    double yes = 0.5 / positives;
    double no = 0.5 / (positive.length - positives);
    double slope = 1;
    double offset = 0;
    for (int step = 0; step < MAX_STEPS; step++) {
      double slopeGradient = 0;
      double offsetGradient = 0;
      double slopeCurve = SMALL;
      double crossCurve = 0;
      double offsetCurve = SMALL;
      for (int i = 0; i < logOdds.length; i++) {
        double x = logOdds[i];
        double weight = positive[i] ? yes : no;
        double p = 1 / (1 + Math.exp(-(slope * x + offset)));
        double error = weight * ((positive[i] ? 1 : 0) - p);
        double curve = weight * p * (1 - p);
        slopeGradient += error * x;
        offsetGradient += error;
        slopeCurve += curve * x * x;
        crossCurve += curve * x;
        offsetCurve += curve;
      }
      double determinant = slopeCurve * offsetCurve - crossCurve * crossCurve;
      double slopeStep = (offsetCurve * slopeGradient - crossCurve * offsetGradient) / determinant;
      double offsetStep = (slopeCurve * offsetGradient - crossCurve * slopeGradient) / determinant;
      slope += slopeStep;
      offset += offsetStep;
      if (Math.abs(slopeStep) + Math.abs(offsetStep) < SMALL) {
        break;
      }
    }
    return new Calibration(slope, offset);
  }
}
