package org.moderato.verdict;

import static java.util.Objects.requireNonNull;

import org.moderato.check.Checks;
import org.moderato.check.Findings;
import org.moderato.facts.Facts;
import org.moderato.rule.Outcome;
import org.moderato.rule.RuleBook;
import org.moderato.rule.Weighing;

/**
 * Judges by looking and weighing: the checks find, the rule book weighs. Thread-safe.
 *
 * @param checks what looks at the text
 * @param book the rules that weigh what was found
 * @param models the digest of the models that the checks ask, noted in each verdict
 * @param siteDefault what happens to a comment that no rule matches
 */
public record RuleJudge(Checks checks, RuleBook book, String models, Outcome siteDefault)
    implements Judge {
  public RuleJudge {
    requireNonNull(checks);
    requireNonNull(book);
    requireNonNull(models);
    requireNonNull(siteDefault);
  }

  @Override
  public Verdict judge(String typed, Facts facts) {
    Findings findings = checks.examine(typed);
    Weighing weighing = book.weigh(findings, facts, siteDefault);
    return new Verdict(
        weighing.outcome(), weighing.reasons(), findings.all(), book.digest(), models);
  }
}
