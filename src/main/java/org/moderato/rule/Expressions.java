package org.moderato.rule;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Ways through CEL's expression trees. */
final class Expressions {
  private Expressions() {}

  /** Returns the direct parts of an expression, in the order in which they were written. */
  static List<CelExpr> children(CelExpr expr) {
    return switch (expr.getKind()) {
      case SELECT -> List.of(expr.select().operand());
      case CALL ->
          Stream.concat(expr.call().target().stream(), expr.call().args().stream()).toList();
      case LIST -> expr.list().elements();
      case MAP ->
          expr.map().entries().stream().flatMap(e -> Stream.of(e.key(), e.value())).toList();
      case STRUCT -> expr.struct().entries().stream().map(CelExpr.CelStruct.Entry::value).toList();
      case COMPREHENSION -> {
        var loop = expr.comprehension();
        yield List.of(
            loop.iterRange(),
            loop.accuInit(),
            loop.loopCondition(),
            loop.loopStep(),
            loop.result());
      }
      default -> List.of();
    };
  }

  /** Returns the names that an expression gives to what it loops over. */
  static Set<String> bound(CelExpr expr) {
    if (expr.getKind() != CelExpr.ExprKind.Kind.COMPREHENSION) {
      return Set.of();
    }
    var loop = expr.comprehension();
    return Set.copyOf(List.of(loop.iterVar(), loop.iterVar2(), loop.accuVar()));
  }
}
