package org.moderato.rule;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.moderato.check.Findings;
import org.moderato.check.Symbol;
import org.moderato.facts.Facts;

/**
 * All rules of a newsroom, compiled: findings and facts in, an outcome and the reasons for it out.
 * Made by {@link RuleFiles}; immutable and thread-safe.
 */
public final class RuleBook {
  private static final Comparator<Reason> LIVE_FIRST_THEN_STRICTEST =
      Comparator.comparing(Reason::shadow).thenComparing(Reason::then, Comparator.reverseOrder());

  private final String digest;
  private final Map<String, Symbol> symbols;
  private final List<Rule> rules;
  private final Lexicon lexicon;
  private final Set<String> facts;

  /**
   * Binds a book.
   *
   * @param rules in the order of the files, which decides nothing but the order of equal reasons
   */
  RuleBook(String digest, Map<String, Symbol> symbols, List<Rule> rules, Lexicon lexicon) {
    this.digest = digest;
    this.symbols = symbols;
    this.rules = List.copyOf(rules);
    this.lexicon = lexicon;
    var facts = Facts.SYMBOLS.stream().map(Symbol::name).collect(toUnmodifiableSet());
    this.facts =
        rules.stream()
            .flatMap(r -> Stream.of(r.when(), r.unless()))
            .flatMap(Optional::stream)
            .flatMap(c -> c.symbols().stream())
            .filter(facts::contains)
            .collect(toUnmodifiableSet());
  }

  /**
   * Weighs what was found and what is known: the strictest rule that matches and is not on trial
   * wins.
   *
   * @param siteDefault the outcome where no such rule matches
   * @throws IllegalStateException if a rule's condition cannot be evaluated; the message names the
   *     rule and tells nothing of the comment
   */
  public Weighing weigh(Findings findings, Facts facts, Outcome siteDefault) {
    var values = new Values(symbols, findings, facts);
    var hits = lexicon.scan(findings.text());
    var reasons = new ArrayList<Reason>();
    for (Rule rule : rules) {
      rule.match(findings, values, hits).ifPresent(reasons::add);
    }
    reasons.sort(LIVE_FIRST_THEN_STRICTEST);
    boolean decided = !reasons.isEmpty() && !reasons.get(0).shadow();
    return new Weighing(decided ? reasons.get(0).then() : siteDefault, reasons);
  }

  /**
   * Returns the values of only those facts that some rule mentions. Two comments with equal texts
   * and equal relevant facts are weighed alike.
   */
  public Map<String, Object> relevant(Facts facts) {
    return facts.values().entrySet().stream()
        .filter(e -> this.facts.contains(e.getKey()))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Returns what tells this book from every other: 16 hexadecimal digits of the SHA-256 over the
   * names and contents of its files and word lists.
   */
  public String digest() {
    return digest;
  }

  /** Returns how many rules there are, those on trial included. */
  public int size() {
    return rules.size();
  }

  /** Returns what conditions can speak of, by name. */
  Map<String, Symbol> symbols() {
    return symbols;
  }

  /** Returns the rules in the order of the files. */
  List<Rule> rules() {
    return rules;
  }
}
