package org.moderato.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.moderato.check.Finding;
import org.moderato.check.Findings;
import org.moderato.text.Span;

/**
 * One rule of a book, compiled.
 *
 * @param name unique in the book
 * @param file the file that it stands in, relative to the rules' folder
 * @param line the line that it starts on, from 1
 * @param when must be true for the rule to match; empty for a rule about words alone
 * @param unless must not be true
 * @param words the list of the book's lexicon of which an entry must stand in the text
 * @param then what it asks for
 * @param because the editor's words for it, or empty
 * @param shadow whether it is only on trial
 */
record Rule(
    String name,
    String file,
    int line,
    Optional<Condition> when,
    Optional<Condition> unless,
    OptionalInt words,
    Outcome then,
    String because,
    boolean shadow) {
  private static final Comparator<Span> IN_TEXT_ORDER =
      Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

  /**
   * Returns why the rule matches, or nothing if it does not.
   *
   * @param hits where the entries of each word list stand in the text
   * @throws IllegalStateException if a condition has no answer; a rule on trial does not match then
   */
  Optional<Reason> match(Findings findings, Values values, List<List<Span>> hits) {
    try {
      return holds(values, hits) ? Optional.of(reason(findings, values, hits)) : Optional.empty();
    } catch (IllegalStateException e) {
      if (shadow) {
        return Optional.empty();
      }
      throw new IllegalStateException(
          file + ":" + line + ": rule '" + name + "' cannot be evaluated: " + e.getMessage(), e);
    }
  }

  private boolean holds(Values values, List<List<Span>> hits) {
    return !(words.isPresent() && hits.get(words.getAsInt()).isEmpty())
        && when.map(c -> c.holds(values)).orElse(true)
        && !unless.map(c -> c.holds(values)).orElse(false);
  }

  private Reason reason(Findings findings, Values values, List<List<Span>> hits) {
    var measures = when.map(c -> c.measures(values)).orElse(List.of());
    var marks = new ArrayList<Span>();
    var whole = findings.text().whole();
    words.ifPresent(list -> marks.addAll(hits.get(list)));
    Set<String> telling = when.map(c -> c.telling(values)).orElse(Set.of());
    for (Finding finding : findings.all()) {
      // What is true of the whole text sets no words apart.
      boolean apart = !finding.where().isEmpty() && !finding.where().equals(whole);
      if (apart && telling.contains(finding.symbol())) {
        marks.add(finding.where());
      }
    }
    return new Reason(
        name,
        file,
        line,
        then,
        because,
        shadow,
        measures,
        marks.stream().distinct().sorted(IN_TEXT_ORDER).toList());
  }
}
