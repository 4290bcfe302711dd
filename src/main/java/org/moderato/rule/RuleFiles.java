package org.moderato.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.moderato.check.Checks;
import org.moderato.config.ConfigException;
import org.moderato.config.Problem;
import org.moderato.facts.Facts;

/**
 * A folder of rule files. Reading it compiles every rule and runs every test, and gives a book only
 * if there is no mistake in any file. Thread-safe.
 *
 * @param folder where the files stand
 * @param checks what the tests in the files run on, and what conditions can speak of apart from
 *     facts
 */
public record RuleFiles(Path folder, Checks checks) {
  private static final Comparator<Problem> IN_FILE_ORDER =
      Comparator.comparing((Problem p) -> p.place().file())
          .thenComparingInt(p -> p.place().line())
          .thenComparingInt(p -> p.place().column());

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
    var symbols = Stream.concat(checks.symbols().stream(), Facts.SYMBOLS.stream()).toList();
    var reader = new RuleReader(snapshot, symbols, checks.normaliser(), problems);
    var book = reader.read();
    if (problems.isEmpty()) {
      reader.tests().stream().flatMap(t -> t.run(book, checks).stream()).forEach(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(sorted(problems));
    }
    return book;
  }

  private static List<Problem> sorted(List<Problem> problems) {
    return problems.stream().sorted(IN_FILE_ORDER).toList();
  }
}
