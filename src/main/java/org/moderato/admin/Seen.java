package org.moderato.admin;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moderato.check.Finding;

/**
 * What the checks saw under one symbol, in few words.
 *
 * @param symbol the name that rule files use
 * @param value the names that were found, or else the highest score or count
 */
public record Seen(String symbol, String value) {
  /** More names than this are only counted. */
  private static final int NAMES = 5;

  /** Sums up findings, in the order in which their symbols first appear. */
  static List<Seen> of(List<Finding> findings) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    Map<String, Double> highest = new LinkedHashMap<>();
    for (Finding finding : findings) {
      highest.merge(finding.symbol(), finding.score(), Math::max);
      var details = names.computeIfAbsent(finding.symbol(), symbol -> new LinkedHashSet<>());
      if (!finding.detail().isEmpty()) {
        details.add(finding.detail());
      }
    }
    return highest.entrySet().stream()
        .map(
            entry ->
                new Seen(
                    entry.getKey(),
                    value(entry.getValue(), names.getOrDefault(entry.getKey(), Set.of()))))
        .toList();
  }

  private static String value(double highest, Set<String> names) {
    if (names.isEmpty()) {
      return Measured.number(highest);
    }
    String shown = String.join(", ", names.stream().limit(NAMES).toList());
    return names.size() <= NAMES ? shown : shown + " and " + (names.size() - NAMES) + " more";
  }
}
