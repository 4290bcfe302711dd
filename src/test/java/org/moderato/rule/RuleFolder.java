package org.moderato.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.moderato.check.Check;
import org.moderato.check.Checks;
import org.moderato.check.LengthCheck;
import org.moderato.check.LinkCheck;
import org.moderato.check.RepetitionCheck;
import org.moderato.check.ShoutingCheck;
import org.moderato.comment.Author;
import org.moderato.comment.Page;
import org.moderato.config.ConfigException;
import org.moderato.config.Problem;
import org.moderato.facts.AuthorRecord;
import org.moderato.facts.Facts;
import org.moderato.text.Normaliser;

/** A rules' folder for tests, with the plain checks and a {@link Probe} in the models' place. */
record RuleFolder(Path path) {
  static final Checks CHECKS =
      new Checks(
          new Normaliser(),
          List.<Check>of(
              Probe.ofModels(),
              new LinkCheck(),
              new ShoutingCheck(),
              new LengthCheck(),
              new RepetitionCheck()));

  static final Facts NEWCOMER =
      new Facts(
          "daily", new Page("1", "/a", "news"), new Author("", "", "", ""), AuthorRecord.NEWCOMER);

  static final ConditionCompiler CONDITIONS =
      new ConditionCompiler(
          Stream.concat(CHECKS.symbols().stream(), Facts.SYMBOLS.stream()).toList());

  /** Makes an empty folder {@code rules} in another folder. */
  static RuleFolder in(Path parent) {
    try {
      return new RuleFolder(Files.createDirectories(parent.resolve("rules")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RuleFolder write(String name, String content) {
    return write(name, content.getBytes(UTF_8));
  }

  RuleFolder write(String name, byte[] content) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RuleFolder delete(String name) {
    try {
      Files.delete(path.resolve(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RuleFiles files() {
    return new RuleFiles(path, CHECKS);
  }

  RuleBook book() {
    return files().read();
  }

  /**
   * Returns the problems that keep the folder from being a book, one a line; empty if none does.
   */
  String problems() {
    try {
      files().read();
      return "";
    } catch (ConfigException e) {
      return String.join("\n", e.problems().stream().map(Problem::toString).toList());
    }
  }

  static Weighing weigh(RuleBook book, String comment) {
    return weigh(book, comment, NEWCOMER);
  }

  static Weighing weigh(RuleBook book, String comment, Facts facts) {
    return book.weigh(CHECKS.examine(comment), facts, Outcome.APPROVE);
  }
}
