package org.moderato.check;

import java.util.ArrayList;
import java.util.List;
import org.moderato.text.Normaliser;

/**
 * All checks of a site: a typed text in, everything that they saw out. Thread-safe.
 *
 * @param normaliser makes the views that the checks read
 * @param checks run in this order, which matters only to readers
 */
public record Checks(Normaliser normaliser, List<Check> checks) {
  public Checks {
    checks = List.copyOf(checks);
  }

  /** Returns every symbol that a check may report. */
  public List<Symbol> symbols() {
    return checks.stream().flatMap(c -> c.symbols().stream()).toList();
  }

  /**
   * Runs every check; throws whatever a check throws, so half an examination is never taken for a
   * whole one.
   */
  public Findings examine(String typed) {
    var text = normaliser.normalise(typed);
    var all = new ArrayList<Finding>();
    for (Check check : checks) {
      all.addAll(check.examine(text));
    }
    return new Findings(text, all);
  }
}
