package org.moderato.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.moderato.check.Symbol;
import org.moderato.config.Problem;

/**
 * Reads from a checked condition what it is about, so that a verdict can tell what was measured
 * against what; and refuses patterns that cost too much.
 */
final class ConditionReader {
  private static final Map<String, String> NEGATED =
      Map.of("_>=_", "<", "_>_", "<=", "_<=_", ">", "_<_", ">=", "_==_", "!=", "_!=_", "==");
  private static final Map<String, String> MIRRORED =
      Map.of("_>=_", "_<=_", "_>_", "_<_", "_<=_", "_>=_", "_<_", "_>_");

  private final Map<String, Symbol> symbols;
  private final CelAbstractSyntaxTree condition;
  private final Snippet source;
  private final List<Problem> problems;
  private final Set<String> mentioned = new LinkedHashSet<>();
  private final Set<String> named = new LinkedHashSet<>();
  private final List<Condition.Comparison> comparisons = new ArrayList<>();

  /** What a condition is about; see {@link Condition}. */
  record Reading(Set<String> symbols, Set<String> named, List<Condition.Comparison> comparisons) {}

  ConditionReader(
      Map<String, Symbol> symbols,
      CelAbstractSyntaxTree condition,
      Snippet source,
      List<Problem> problems) {
    this.symbols = symbols;
    this.condition = condition;
    this.source = source;
    this.problems = problems;
  }

  Reading read() {
    visit(condition.getExpr(), true, Set.of());
    return new Reading(mentioned, named, comparisons);
  }

  private void visit(CelExpr expr, boolean positive, Set<String> local) {
    if (expr.getKind() == Kind.IDENT) {
      mention(expr.ident().name(), positive, local);
      return;
    }
    boolean turned = false;
    if (expr.getKind() == Kind.CALL) {
      var call = expr.call();
      if (call.function().equals("matches")) {
        checkPattern(call.args().get(call.args().size() - 1));
      }
      if (compares(call, positive, local)) {
        return;
      }
      turned = call.function().equals("!_") || call.function().equals("_!=_");
    }
    var inner = new HashSet<>(local);
    inner.addAll(Expressions.bound(expr));
    for (CelExpr child : Expressions.children(expr)) {
      visit(child, positive ^ turned, inner);
    }
  }

  private void mention(String name, boolean positive, Set<String> local) {
    if (symbols.containsKey(name) && !local.contains(name)) {
      mentioned.add(name);
      if (positive) {
        named.add(name);
      }
    }
  }

  /** Notes {@code symbol OP number} and {@code number OP symbol}; returns whether it was either. */
  private boolean compares(CelExpr.CelCall call, boolean positive, Set<String> local) {
    if (!NEGATED.containsKey(call.function())) {
      return false;
    }
    var left = call.args().get(0);
    var right = call.args().get(1);
    return compares(left, call.function(), right, positive, local)
        || compares(
            right, MIRRORED.getOrDefault(call.function(), call.function()), left, positive, local);
  }

  private boolean compares(
      CelExpr symbol, String function, CelExpr number, boolean positive, Set<String> local) {
    var threshold = number(number);
    var name = numeric(symbol).filter(n -> !local.contains(n));
    if (name.isEmpty() || threshold.isEmpty()) {
      return false;
    }
    mentioned.add(name.get());
    String operator = positive ? function.replace("_", "") : NEGATED.getOrDefault(function, "");
    comparisons.add(new Condition.Comparison(name.get(), operator, threshold.getAsDouble()));
    return true;
  }

  private Optional<String> numeric(CelExpr expr) {
    return Optional.of(expr)
        .filter(e -> e.getKind() == Kind.IDENT)
        .map(e -> symbols.get(e.ident().name()))
        .filter(s -> s.kind() == Symbol.Kind.SCORE || s.kind() == Symbol.Kind.COUNT)
        .map(Symbol::name);
  }

  private static OptionalDouble number(CelExpr expr) {
    if (expr.getKind() != Kind.CONSTANT) {
      return OptionalDouble.empty();
    }
    CelConstant constant = expr.constant();
    return switch (constant.getKind()) {
      case INT64_VALUE -> OptionalDouble.of((double) constant.int64Value());
      case UINT64_VALUE -> OptionalDouble.of(constant.uint64Value().doubleValue());
      case DOUBLE_VALUE -> OptionalDouble.of(constant.doubleValue());
      default -> OptionalDouble.empty();
    };
  }

  private void checkPattern(CelExpr pattern) {
    if (pattern.getKind() != Kind.CONSTANT) {
      problem(pattern, "the pattern of matches() must stand there in quotation marks");
      return;
    }
    String mistake = Patterns.mistake(pattern.constant().stringValue());
    if (!mistake.isEmpty()) {
      problem(pattern, mistake);
    }
  }

  private void problem(CelExpr expr, String message) {
    int offset = condition.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
    // The checker joins a dotted name into one identifier, and keeps the place of its last dot.
    int back = expr.getKind() == Kind.IDENT ? Math.max(0, expr.ident().name().lastIndexOf('.')) : 0;
    problems.add(new Problem(source.place(offset - back), message));
  }
}
