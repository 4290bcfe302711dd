package org.moderato.command;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.moderato.Moderato;
import org.moderato.check.Checks;
import org.moderato.check.Symbol;
import org.moderato.config.ShippedFiles;
import org.moderato.model.Models;
import org.moderato.rule.Outcome;
import org.moderato.rule.RuleBook;
import org.moderato.rule.RuleFiles;
import org.moderato.verdict.RuleJudge;

/** Makes judges of the models and the rules that ship with Moderato, or of other rules. */
final class ShippedJudges implements ArchiveJudge.Maker {
  /** The languages that are looked for where nobody names any, English first. */
  static final List<String> LANGUAGES = Models.LANGUAGES;

  @Override
  public ArchiveJudge make(List<String> languages, Optional<Path> rules) {
    Models models = Models.load();
    Checks checks = Moderato.checks(models, languages.isEmpty() ? LANGUAGES : languages);
    // The rule files' own tests are in many languages, whatever the archive is in.
    Checks forTests = Moderato.checks(models, LANGUAGES);
    RuleBook book =
        rules.isPresent() ? new RuleFiles(rules.get(), forTests).read() : shipped(forTests);
    Set<String> scores =
        checks.symbols().stream()
            .filter(symbol -> symbol.kind() == Symbol.Kind.SCORE)
            .map(Symbol::name)
            .collect(toUnmodifiableSet());
    return new ArchiveJudge(new RuleJudge(checks, book, models.digest(), Outcome.APPROVE), scores);
  }

  /** Reads the shipped rules, which a rule reader wants in a folder. */
  private static RuleBook shipped(Checks checks) {
    try {
      Path folder = Files.createTempDirectory("moderato-rules-");
      try {
        ShippedFiles.writeRules(folder);
        return new RuleFiles(folder, checks).read();
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lay out the shipped rules", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
