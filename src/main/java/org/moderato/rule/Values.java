package org.moderato.rule;

import dev.cel.runtime.CelVariableResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderato.check.Finding;
import org.moderato.check.Findings;
import org.moderato.check.Symbol;
import org.moderato.facts.Facts;

/**
 * The value of every symbol for one comment: a {@code Double} for a score, a {@code Long} for a
 * count, a {@code String} for a name and a list of them for names.
 */
final class Values implements CelVariableResolver {
  private final Map<String, Symbol> symbols;
  private final Map<String, Object> known;

  /**
   * Gathers the values.
   *
   * @param symbols by name; what nobody found or tells of has the empty value of its kind
   */
  Values(Map<String, Symbol> symbols, Findings findings, Facts facts) {
    this.symbols = symbols;
    this.known = new HashMap<>(facts.values());
    for (Finding finding : findings.all()) {
      var symbol = symbols.get(finding.symbol());
      if (symbol != null) {
        known.merge(symbol.name(), valueOf(finding, symbol.kind()), Values::joined);
      }
    }
  }

  private static Object valueOf(Finding finding, Symbol.Kind kind) {
    return switch (kind) {
      case SCORE -> finding.score();
      case COUNT -> (long) finding.score();
      case NAME -> finding.detail();
      case NAMES -> List.of(finding.detail());
    };
  }

  /**
   * Joins what several findings of one symbol say: the highest number, the first name, all names.
   */
  private static Object joined(Object a, Object b) {
    if (a instanceof Double x && b instanceof Double y) {
      return Math.max(x, y);
    }
    if (a instanceof Long x && b instanceof Long y) {
      return Math.max(x, y);
    }
    if (a instanceof List<?> x && b instanceof List<?> y) {
      if (x.containsAll(y)) {
        return x;
      }
      var both = new ArrayList<Object>(x);
      both.addAll(y);
      return both;
    }
    return a;
  }

  @Override
  public Optional<Object> find(String name) {
    Object value = known.get(name);
    if (value == null) {
      var symbol = symbols.get(name);
      return symbol == null ? Optional.empty() : Optional.of(nothing(symbol.kind()));
    }
    return Optional.of(value);
  }

  /** Returns the value of a score or a count. */
  double number(String name) {
    return find(name).orElseThrow() instanceof Number n ? n.doubleValue() : 0;
  }

  private static Object nothing(Symbol.Kind kind) {
    return switch (kind) {
      case SCORE -> 0.0;
      case COUNT -> 0L;
      case NAME -> "";
      case NAMES -> List.of();
    };
  }
}
