package org.moderato.rule;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderato.check.Symbol;
import org.moderato.config.Problem;

/**
 * Turns the conditions of rule files into programs, with every mistake in its place in the file.
 *
 * <p>Conditions are written in CEL, the Common Expression Language, with one typed variable for
 * each symbol. Everything that can be refused is refused here, when a file is read, so that little
 * is left to fail on a comment. Thread-safe.
 */
final class ConditionCompiler {
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(1000)
          .maxExpressionCodePointSize(10_000)
          .maxParseExpressionNodeCount(2_000)
          .build();

  private final Map<String, Symbol> symbols;
  private final CelCompiler compiler;
  private final CelRuntime runtime;

  /** Makes a compiler for conditions about these symbols. */
  ConditionCompiler(List<Symbol> symbols) {
    this.symbols = symbols.stream().collect(toUnmodifiableMap(Symbol::name, s -> s));
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setOptions(OPTIONS)
            .setResultType(SimpleType.BOOL);
    symbols.forEach(s -> builder.addVar(s.name(), type(s.kind())));
    this.compiler = builder.build();
    this.runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
  }

  /** Returns what conditions can speak of, by name. */
  Map<String, Symbol> symbols() {
    return symbols;
  }

  private static CelType type(Symbol.Kind kind) {
    return switch (kind) {
      case SCORE -> SimpleType.DOUBLE;
      case COUNT -> SimpleType.INT;
      case NAME -> SimpleType.STRING;
      case NAMES -> ListType.create(SimpleType.STRING);
    };
  }

  /** Returns the program for a condition, or nothing if mistakes were noted. */
  Optional<Condition> compile(Snippet source, List<Problem> problems) {
    int before = problems.size();
    try {
      var parsed = compiler.parse(source.text());
      if (parsed.hasError()) {
        // Whatever follows the first mistake of grammar is mostly its echo.
        note(parsed.getErrors().get(0), source, problems);
        return Optional.empty();
      }
      var unknown = new NameCheck(symbols.keySet(), parsed.getAst(), source, problems).run();
      var checked = compiler.check(parsed.getAst());
      if (checked.hasError()) {
        checked.getErrors().stream()
            .filter(i -> !unknown.contains(Wording.unknownName(i.getMessage())))
            .forEach(i -> note(i, source, problems));
        return Optional.empty();
      }
      var reading = new ConditionReader(symbols, checked.getAst(), source, problems).read();
      return problems.size() > before
          ? Optional.empty()
          : Optional.of(
              new Condition(
                  runtime.createProgram(checked.getAst()),
                  reading.symbols(),
                  reading.named(),
                  reading.comparisons()));
    } catch (CelValidationException | CelEvaluationException e) {
      problems.add(new Problem(source.place(0), "not a condition: " + e.getMessage()));
      return Optional.empty();
    }
  }

  private static void note(CelIssue issue, Snippet source, List<Problem> problems) {
    int offset = offset(source.text(), issue);
    int back = Wording.unknownName(issue.getMessage()).length();
    problems.add(
        new Problem(source.place(Math.max(0, offset - back)), Wording.of(issue.getMessage())));
  }

  /** Returns the offset in code points of CEL's line, from 1, and column, from 0. */
  private static int offset(String text, CelIssue issue) {
    var at = issue.getSourceLocation();
    int[] points = text.codePoints().toArray();
    int offset = 0;
    for (int line = 1; line < at.getLine() && offset < points.length; offset++) {
      line += points[offset] == '\n' ? 1 : 0;
    }
    return Math.min(points.length, offset + Math.max(0, at.getColumn()));
  }
}
