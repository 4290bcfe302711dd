package org.moderato.verdict;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.check.Checks;
import org.moderato.facts.Facts;
import org.moderato.rule.Outcome;
import org.moderato.rule.RuleBook;

/**
 * The judge of all sites, by the rules of the hour. A new rule book swaps judge and cache together,
 * in one step that no comment can fall between. Without a rule book it throws, so that comments are
 * held. Thread-safe.
 */
public final class LiveJudge implements Judge {
  private final Map<String, Bench> benches;
  private final String models;
  private final int maxVerdicts;
  private volatile @Nullable CachedJudge live;

  /**
   * What is particular to a site.
   *
   * @param checks what looks at its comments
   * @param siteDefault what happens to a comment that no rule matches
   */
  public record Bench(Checks checks, Outcome siteDefault) {}

  /**
   * Makes a judge that has no rules yet.
   *
   * @param benches what is particular to each site, by the site's name
   * @param models the digest of the models that the checks ask
   * @param maxVerdicts how many verdicts the cache remembers, for all sites together
   */
  public LiveJudge(Map<String, Bench> benches, String models, int maxVerdicts) {
    this.benches = Map.copyOf(benches);
    this.models = models;
    this.maxVerdicts = maxVerdicts;
  }

  /** Judges by this book from now on. */
  public void use(RuleBook book) {
    var judges = new HashMap<String, Judge>();
    benches.forEach(
        (site, bench) ->
            judges.put(site, new RuleJudge(bench.checks(), book, models, bench.siteDefault())));
    live =
        new CachedJudge(
            (typed, facts) -> judgeOf(facts.site(), judges).judge(typed, facts),
            facts -> relevant(book, facts),
            maxVerdicts);
  }

  /**
   * Judges a comment by the rules of the hour.
   *
   * @throws IllegalStateException if no rule book ever went live
   */
  @Override
  public Verdict judge(String typed, Facts facts) {
    CachedJudge judge = live;
    if (judge == null) {
      throw new IllegalStateException("no rule book is live; the rule files have mistakes");
    }
    return judge.judge(typed, facts);
  }

  /** Returns how the cache of the live book does; nothing while no book is live. */
  public Optional<CachedJudge.Statistics> statistics() {
    return Optional.ofNullable(live).map(CachedJudge::statistics);
  }

  private static Judge judgeOf(String site, Map<String, Judge> judges) {
    Judge judge = judges.get(site);
    if (judge == null) {
      throw new IllegalArgumentException("no site is named '" + site + "'");
    }
    return judge;
  }

  /** The site is always part of the question: sites differ in languages and default. */
  private static Map<String, Object> relevant(RuleBook book, Facts facts) {
    var relevant = new HashMap<>(book.relevant(facts));
    relevant.put("site", facts.site());
    return relevant;
  }
}
