package org.moderato.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well scores tell positive texts from negative ones.
 *
 * @param rows how many texts there were
 * @param positives how many of them are positive
 * @param rocAuc the chance that a positive text scores higher than a negative one; NaN if one kind
 *     is missing
 * @param averagePrecision the mean precision over all positive texts from the top; NaN without any
 * @param cuts precision and recall at thresholds
 * @param bins how scores and shares of positive texts compare, the texts weighed so that both kinds
 *     are half
 */
public record Evaluation(
    int rows,
    int positives,
    double rocAuc,
    double averagePrecision,
    List<Cut> cuts,
    List<Bin> bins) {
  private static final int BINS = 10;

  public Evaluation {
    cuts = List.copyOf(cuts);
    bins = List.copyOf(bins);
  }

  /**
   * What happens at a threshold.
   *
   * @param threshold scores from here up count as positive
   * @param precision how many of those are positive; NaN if there are none
   * @param recall how many of the positive texts are among those; NaN without any
   */
  public record Cut(double threshold, double precision, double recall) {}

  /**
   * A range of scores.
   *
   * @param from the range's start; ranges are a tenth wide
   * @param share of the half-and-half mix that falls into it
   * @param score the mean score in it
   * @param positive the share of positive texts in it
   */
  public record Bin(double from, double share, double score, double positive) {}

  /** Scores of texts whose labels are known, to be filled text by text. Not thread-safe. */
  public static final class Scored {
    private record Pair(double score, boolean positive) {}

    private final List<Pair> pairs = new ArrayList<>();

    /** Adds a text's score and label. */
    public void add(double score, boolean positive) {
      pairs.add(new Pair(score, positive));
    }

    /**
     * Measures what was added.
     *
     * @param thresholds where precision and recall are wanted
     */
    public Evaluation evaluate(double... thresholds) {
      var sorted = new ArrayList<>(pairs);
      sorted.sort(Comparator.comparingDouble(Pair::score).reversed());
      int positives = (int) sorted.stream().filter(Pair::positive).count();
      return new Evaluation(
          sorted.size(),
          positives,
          rocAuc(sorted, positives),
          averagePrecision(sorted, positives),
          Arrays.stream(thresholds).mapToObj(t -> cut(sorted, positives, t)).toList(),
          bins(sorted, positives));
    }

    /** Ties count half, as in the rank sum test of Mann and Whitney. */
    private static double rocAuc(List<Pair> sorted, int positives) {
      double below = 0;
      int i = sorted.size();
      int negativesBelow = 0;
      while (i > 0) {
        int end = i;
        int tiedPositives = 0;
        while (i > 0 && sorted.get(i - 1).score() == sorted.get(end - 1).score()) {
          i--;
          tiedPositives += sorted.get(i).positive() ? 1 : 0;
        }
        int tiedNegatives = end - i - tiedPositives;
        below += tiedPositives * (negativesBelow + tiedNegatives / 2.0);
        negativesBelow += tiedNegatives;
      }
      return below / ((double) positives * (sorted.size() - positives));
    }

    private static double averagePrecision(List<Pair> sorted, int positives) {
      double sum = 0;
      int seen = 0;
      int i = 0;
      while (i < sorted.size()) {
        int start = i;
        int tied = 0;
        while (i < sorted.size() && sorted.get(i).score() == sorted.get(start).score()) {
          tied += sorted.get(i).positive() ? 1 : 0;
          i++;
        }
        seen += tied;
        sum += tied * (double) seen / i;
      }
      return sum / positives;
    }

    private static Cut cut(List<Pair> sorted, int positives, double threshold) {
      long above = sorted.stream().filter(p -> p.score() >= threshold).count();
      long hits = sorted.stream().filter(p -> p.score() >= threshold && p.positive()).count();
      return new Cut(threshold, (double) hits / above, (double) hits / positives);
    }

    private static List<Bin> bins(List<Pair> sorted, int positives) {
      return IntStream.range(0, BINS)
          .mapToObj(bin -> bin(sorted, positives, bin))
          .filter(b -> b.share() > 0)
          .toList();
    }

    private static Bin bin(List<Pair> sorted, int positives, int bin) {
      double yes = 0.5 / positives;
      double no = 0.5 / (sorted.size() - positives);
      double share = 0;
      double score = 0;
      double positive = 0;
      for (Pair pair : sorted) {
        if (Math.min(BINS - 1, (int) (pair.score() * BINS)) == bin) {
          double weight = pair.positive() ? yes : no;
          share += weight;
          score += weight * pair.score();
          positive += pair.positive() ? weight : 0;
        }
      }
      return new Bin((double) bin / BINS, share, score / share, positive / share);
    }
  }

  /** Returns the mean distance between scores and shares of positive texts over all ranges. */
  public double calibrationError() {
    return bins.stream().mapToDouble(b -> b.share() * Math.abs(b.score() - b.positive())).sum();
  }

  /** Returns the lowest of several thresholds with at least this precision, or NaN. */
  public double thresholdFor(double precision) {
    return cuts.stream()
        .filter(c -> c.precision() >= precision)
        .mapToDouble(Cut::threshold)
        .min()
        .orElse(Double.NaN);
  }
}
