package org.moderato.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moderato.config.Place;
import org.moderato.config.Problem;
import org.moderato.config.Suggestion;

/**
 * Finds the names in a parsed condition that no symbol has. CEL's own checker would name only the
 * first part of a dotted name and could not suggest a better one.
 */
final class NameCheck {
  private static final Set<String> CEL_TYPES =
      Set.of(
          "bool", "bytes", "double", "int", "list", "map", "null_type", "string", "type", "uint");

  private final Set<String> symbols;
  private final CelAbstractSyntaxTree condition;
  private final Snippet source;
  private final List<Problem> problems;
  private final Set<String> unknown = new HashSet<>();

  NameCheck(
      Set<String> symbols,
      CelAbstractSyntaxTree condition,
      Snippet source,
      List<Problem> problems) {
    this.symbols = symbols;
    this.condition = condition;
    this.source = source;
    this.problems = problems;
  }

  /** Notes every unknown name, and returns their first parts. */
  Set<String> run() {
    visit(condition.getExpr(), CEL_TYPES);
    return unknown;
  }

  private void visit(CelExpr expr, Set<String> local) {
    var name = dotted(expr);
    if (name.isPresent()) {
      check(name.get(), expr, local);
    } else {
      var inner = new HashSet<>(local);
      inner.addAll(Expressions.bound(expr));
      Expressions.children(expr).forEach(child -> visit(child, inner));
    }
  }

  private void check(String name, CelExpr expr, Set<String> local) {
    String first = name.split("\\.", 2)[0];
    boolean known = symbols.stream().anyMatch(s -> (name + ".").startsWith(s + "."));
    if (!known && !local.contains(first)) {
      unknown.add(first);
      String better = Suggestion.didYouMean(name, symbols);
      boolean text = better.isEmpty() && !name.contains(".");
      String advice = text ? "; a text needs quotation marks" : better;
      problems.add(new Problem(place(expr), "unknown symbol '" + name + "'" + advice));
    }
  }

  private Place place(CelExpr expr) {
    var first = expr;
    while (first.getKind() == CelExpr.ExprKind.Kind.SELECT) {
      first = first.select().operand();
    }
    return source.place(condition.getSource().getPositionsMap().getOrDefault(first.id(), 0));
  }

  private static Optional<String> dotted(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> Optional.of(expr.ident().name());
      case SELECT ->
          dotted(expr.select().operand()).map(left -> left + "." + expr.select().field());
      default -> Optional.empty();
    };
  }
}
