package org.moderato.verdict;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.moderato.check.Finding;
import org.moderato.rule.Outcome;
import org.moderato.rule.Reason;

/**
 * What was decided about a comment, and everything needed to explain it later.
 *
 * @param outcome what happens to the comment
 * @param reasons every rule that matched, the strictest first; empty when the site's default
 *     applied
 * @param findings what the checks saw
 * @param rules the digest of the rule book that weighed the findings; empty when none could
 * @param models the digest of the models that were asked; empty when none could be
 */
public record Verdict(
    Outcome outcome, List<Reason> reasons, List<Finding> findings, String rules, String models) {
  /** What a comment gets when its judge fails: a person has to look at it. */
  public static final Verdict COULD_NOT_JUDGE =
      new Verdict(
          Outcome.HOLD,
          List.of(
              new Reason(
                  "moderato: could not judge",
                  "",
                  0,
                  Outcome.HOLD,
                  "Judging this comment failed, so a person has to. The log says why.",
                  false,
                  List.of(),
                  List.of())),
          List.of(),
          "",
          "");

  public Verdict {
    requireNonNull(outcome);
    reasons = List.copyOf(reasons);
    findings = List.copyOf(findings);
    requireNonNull(rules);
    requireNonNull(models);
  }
}
