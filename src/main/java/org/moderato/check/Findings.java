package org.moderato.check;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.moderato.text.Text;

/**
 * Everything that the checks saw in one text.
 *
 * @param text what they looked at
 * @param all what they saw, in the order of the checks
 */
public record Findings(Text text, List<Finding> all) {
  public Findings {
    requireNonNull(text);
    all = List.copyOf(all);
  }

  /** Returns the findings of one symbol, in text order. */
  public List<Finding> of(String symbol) {
    return all.stream().filter(f -> f.symbol().equals(symbol)).toList();
  }

  /** Returns the highest score of a symbol, or 0 where it was not found. */
  public double score(String symbol) {
    double highest = 0;
    for (Finding finding : all) {
      if (finding.symbol().equals(symbol)) {
        highest = Math.max(highest, finding.score());
      }
    }
    return highest;
  }

  /** Returns the distinct details of a symbol in order of appearance. */
  public List<String> names(String symbol) {
    return of(symbol).stream().map(Finding::detail).distinct().toList();
  }
}
