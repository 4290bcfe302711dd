package org.moderato.config;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what somebody meant to write. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * Returns {@code "; did you mean 'x'?"} for the nearest of {@code known} within about a third of
   * the word's length, or an empty string where nothing is near.
   */
  public static String didYouMean(String word, Collection<String> known) {
    int reach = Math.max(1, (word.length() + 1) / 3);
    var distance = new LevenshteinDistance(reach);
    return known.stream()
        .filter(k -> distance.apply(word, k) >= 0)
        .min(Comparator.comparingInt((String k) -> distance.apply(word, k)).thenComparing(k -> k))
        .map(k -> "; did you mean '" + k + "'?")
        .orElse("");
  }
}
