package org.moderato.rule;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.moderato.check.Checks;
import org.moderato.check.Findings;
import org.moderato.config.Place;
import org.moderato.config.Problem;
import org.moderato.facts.Facts;

/**
 * A comment in a rule file, with what should become of it.
 *
 * @param place where the test stands
 * @param comment the text
 * @param facts what is known apart from it
 * @param expect what the book should make of it, on a site that approves by default
 * @param by a rule that should have matched, or empty; one that is not on trial must also ask for
 *     {@code expect}
 */
record RuleTest(Place place, String comment, Facts facts, Outcome expect, String by) {
  /** Runs the test against a book; returns what went wrong, if anything. */
  Optional<Problem> run(RuleBook book, Checks checks) {
    try {
      var findings = checks.examine(comment);
      var weighing = book.weigh(findings, facts, Outcome.APPROVE);
      return passes(weighing)
          ? Optional.empty()
          : Optional.of(new Problem(place, wanted() + ", got " + got(weighing, book, findings)));
    } catch (IllegalStateException e) {
      return Optional.of(new Problem(place, wanted() + ", got no answer: " + e.getMessage()));
    }
  }

  private boolean passes(Weighing weighing) {
    boolean byRule =
        by.isEmpty()
            || weighing.reasons().stream()
                .anyMatch(r -> r.rule().equals(by) && (r.shadow() || r.then() == expect));
    return byRule && weighing.outcome() == expect;
  }

  private String wanted() {
    return "expected " + expect.word() + (by.isEmpty() ? "" : " by '" + by + "'");
  }

  private String got(Weighing weighing, RuleBook book, Findings findings) {
    var winner = weighing.reasons().stream().filter(r -> !r.shadow()).findFirst();
    if (winner.isPresent()) {
      var reason = winner.get();
      var measured = reason.measures().stream().map(m -> measured(m.symbol(), m.value()));
      return reason.then().word() + " by '" + reason.rule() + "'" + inBrackets(measured);
    }
    var values = new Values(book.symbols(), findings, facts);
    var measured =
        book.rules().stream()
            .filter(r -> r.name().equals(by))
            .flatMap(r -> r.when().stream())
            .flatMap(c -> c.comparisons().stream())
            .map(Condition.Comparison::symbol)
            .distinct()
            .map(s -> measured(s, values.number(s)));
    return weighing.outcome().word() + " since no rule matched" + inBrackets(measured);
  }

  private static String measured(String symbol, double value) {
    return value == Math.rint(value)
        ? symbol + " " + (long) value
        : String.format(Locale.ROOT, "%s %.2f", symbol, value);
  }

  private static String inBrackets(Stream<String> parts) {
    String all = parts.collect(joining(", "));
    return all.isEmpty() ? "" : " (" + all + ")";
  }
}
