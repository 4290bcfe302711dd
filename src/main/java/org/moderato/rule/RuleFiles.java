package org.moderato.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.Stream;
import org.moderato.check.Checks;
import org.moderato.config.ConfigException;
import org.moderato.config.Problem;
import org.moderato.facts.Facts;

/**
 * A folder of rule files. Reading it compiles every rule and runs every test, and gives a book only
 * if there is no mistake in any file. Thread-safe.
 */
public final class RuleFiles {
  private static final Comparator<Problem> IN_FILE_ORDER =
      Comparator.comparing((Problem p) -> p.place().file())
          .thenComparingInt(p -> p.place().line())
          .thenComparingInt(p -> p.place().column());

  private final Path folder;
  private final Checks checks;
  private final ConditionCompiler conditions;

  /**
   * Names a folder; nothing is read yet.
   *
   * @param checks what conditions can speak of apart from facts, and what the tests in the files
   *     run on. Tests should mean the same on every site, so these are best the checks of a site
   *     that allows every language.
   */
  public RuleFiles(Path folder, Checks checks) {
    this.folder = folder;
    this.checks = checks;
    this.conditions =
        new ConditionCompiler(
            Stream.concat(checks.symbols().stream(), Facts.SYMBOLS.stream()).toList());
  }

  /** Returns where the files stand. */
  public Path folder() {
    return folder;
  }

  /**
   * Reads the folder as it is now.
   *
   * @throws ConfigException with the mistakes of all files, in the order of the files
   */
  public RuleBook read() {
    return compile(snapshot());
  }

  Snapshot snapshot() {
    return Snapshot.of(folder);
  }

  RuleBook compile(Snapshot snapshot) {
    var problems = new ArrayList<Problem>(snapshot.problems());
    var reader = new RuleReader(snapshot, conditions, checks.normaliser(), problems);
    var book = reader.read();
    if (problems.isEmpty()) {
      reader.tests().stream().flatMap(t -> t.run(book, checks).stream()).forEach(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems.stream().sorted(IN_FILE_ORDER).toList());
    }
    return book;
  }
}
