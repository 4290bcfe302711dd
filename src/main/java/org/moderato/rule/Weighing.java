package org.moderato.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a rule book made of a comment.
 *
 * @param outcome what the strictest matching rule asks for, or the site's default where none
 *     matched
 * @param reasons every rule that matched: those with effect first, each kind from the strictest to
 *     the mildest
 */
public record Weighing(Outcome outcome, List<Reason> reasons) {
  public Weighing {
    requireNonNull(outcome);
    reasons = List.copyOf(reasons);
  }
}
