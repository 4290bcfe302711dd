package org.moderato.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

/**
 * What OpenNLP's minimiser makes small when a model is trained: the logistic loss of labelled texts
 * plus half the cost of squared weights.
 *
 * <p>It is the loss of OpenNLP's own maximum entropy trainer for two outcomes, with three
 * differences that matter for tens of thousands of texts: texts have weights that need not be whole
 * numbers, one parameter stands for a gram instead of two, and parameters are scaled. OpenNLP's
 * L-BFGS starts from the guess that the loss curves like a unit bowl, and it stops when a step
 * gains little; common grams curve it thousands of times as steeply as rare ones, so without
 * scaling it stops far from the best weights. Not thread-safe.
 */
final class LogisticLoss implements Function {
  /** The steepest that the logistic function gets. */
  private static final double MAX_CURVE = 0.25;

  /** What counts for it where the model is sure of a text, so that no direction looks flat. */
  private static final double MIN_CURVE = 0.01;

  private static final int MAX_ROUNDS = 10;

  /** A round that gains less than this share of the loss is the last. */
  private static final double MIN_GAIN = 1e-4;

  /**
   * What share of the loss is taken off it once a first round is done. OpenNLP stops when a step
   * gains less than a ten thousandth of the value; with this, of a fiftieth of it.
   */
  private static final double FLOOR = 0.98;

  private final List<int[]> texts = new ArrayList<>();
  private final List<float[]> values = new ArrayList<>();
  private final List<Boolean> positive = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private final double l2;

  /** How steeply the loss curves in each gram's direction, without the cost of squares. */
  private final double[] curve;

  /** What is taken off the value. */
  private double floor;

  /** The weights at the origin of points. */
  private double[] start;

  /** The log-odds of each text at the point that was asked for last. */
  private double[] logOdds = new double[0];

  private double[] lastPoint = new double[0];

  /**
   * Makes the loss of no texts.
   *
   * @param grams how many different grams there are
   * @param l2 the cost of squared weights, above 0
   */
  LogisticLoss(int grams, double l2) {
    this.l2 = l2;
    this.curve = new double[grams];
    this.start = new double[grams];
  }

  /** Adds a text, before the first value is asked for. */
  void add(int[] grams, float[] gramValues, boolean isPositive, double weight) {
    texts.add(grams);
    values.add(gramValues);
    positive.add(isPositive);
    weights.add(weight);
    addCurve(grams, gramValues, weight * MAX_CURVE);
  }

  /** Returns how many texts were added. */
  int size() {
    return texts.size();
  }

  /**
   * Returns the weights of grams at which the loss is smallest, as nearly as OpenNLP gets.
   *
   * @param iterations of L-BFGS at most, each time that it is started
   */
  double[] minimise(int iterations) {
    double before = valueAt(new double[start.length]);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      double[] point = new QNMinimizer(0, 0, iterations).minimize(this);
      double loss = valueAt(point) + floor;
      startFrom(point);
      floor = FLOOR * loss;
      if (before - loss < MIN_GAIN * loss) {
        break;
      }
      before = loss;
    }
    return start.clone();
  }

  /** Makes a point the origin, and scales by the curve of the loss there. */
  private void startFrom(double[] point) {
    start = moveTo(point);
    Arrays.fill(curve, 0);
    for (int i = 0; i < logOdds.length; i++) {
      double probability = 1 / (1 + Math.exp(-logOdds[i]));
      double steepness = Math.max(MIN_CURVE, probability * (1 - probability));
      addCurve(texts.get(i), values.get(i), weights.get(i) * steepness);
    }
    lastPoint = new double[0];
  }

  private void addCurve(int[] grams, float[] gramValues, double steepness) {
    for (int i = 0; i < grams.length; i++) {
      curve[grams[i]] += steepness * gramValues[i] * gramValues[i];
    }
  }

  @Override
  public int getDimension() {
    return start.length;
  }

  @Override
  public double valueAt(double[] point) {
    double[] w = moveTo(point);
    double loss = 0;
    for (int i = 0; i < logOdds.length; i++) {
      double wrong = positive.get(i) ? -logOdds[i] : logOdds[i];
      // log(1 + e^x) without overflow.
      loss += weights.get(i) * (Math.max(0, wrong) + Math.log1p(Math.exp(-Math.abs(wrong))));
    }
    double cost = 0;
    for (double weight : w) {
      cost += weight * weight;
    }
    return loss + l2 / 2 * cost - floor;
  }

  @Override
  public double[] gradientAt(double[] point) {
    double[] w = moveTo(point);
    double[] gradient = new double[w.length];
    for (int i = 0; i < logOdds.length; i++) {
      double probability = 1 / (1 + Math.exp(-logOdds[i]));
      double error = weights.get(i) * (probability - (positive.get(i) ? 1 : 0));
      int[] text = texts.get(i);
      float[] value = values.get(i);
      for (int j = 0; j < text.length; j++) {
        gradient[text[j]] += error * value[j];
      }
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (gradient[i] + l2 * w[i]) * scale(i);
    }
    return gradient;
  }

  /**
   * Brings the log-odds up to date, unless the point is the last one, as it is every other time.
   */
  private double[] moveTo(double[] point) {
    double[] w = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      w[i] = start[i] + point[i] * scale(i);
    }
    if (logOdds.length == texts.size() && Arrays.equals(point, lastPoint)) {
      return w;
    }
    logOdds = new double[texts.size()];
    lastPoint = point.clone();
    for (int i = 0; i < logOdds.length; i++) {
      int[] text = texts.get(i);
      float[] value = values.get(i);
      double sum = 0;
      for (int j = 0; j < text.length; j++) {
        sum += w[text[j]] * value[j];
      }
      logOdds[i] = sum;
    }
    return w;
  }

  private double scale(int gram) {
    return 1 / Math.sqrt(l2 + curve[gram]);
  }
}
