package org.moderato.rule;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.moderato.check.Check;
import org.moderato.check.Finding;
import org.moderato.check.Symbol;
import org.moderato.text.Text;

/** Finds in a text what the text says is to be found: {@code [toxicity 0.8] You fool}. */
record Probe(List<Symbol> symbols) implements Check {
  private static final Pattern FINDING = Pattern.compile("\\[(\\w+) ([\\w.]+)]");

  /** A probe for the symbols that the shipped checks and models have. */
  static Probe ofModels() {
    return new Probe(
        Map.of(
                "toxicity", Symbol.Kind.SCORE,
                "threat", Symbol.Kind.SCORE,
                "spam", Symbol.Kind.SCORE,
                "foreign", Symbol.Kind.SCORE,
                "language", Symbol.Kind.NAME,
                "unscored", Symbol.Kind.NAME)
            .entrySet()
            .stream()
            .map(e -> new Symbol(e.getKey(), e.getValue(), "What a test says it is."))
            .toList());
  }

  @Override
  public List<Finding> examine(Text text) {
    return FINDING
        .matcher(text.typed())
        .results()
        .filter(m -> symbols.stream().anyMatch(s -> s.name().equals(m.group(1))))
        .map(
            m -> {
              var where = new org.moderato.text.Span(m.start(), m.end());
              return m.group(2).matches("[0-9.]+")
                  ? new Finding(m.group(1), Double.parseDouble(m.group(2)), where)
                  : new Finding(m.group(1), 1, where, m.group(2));
            })
        .toList();
  }
}
