package org.moderato.admin;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.moderato.config.Problem;

/**
 * What the desk shows about the rule files.
 *
 * @param live the rule book that judges comments; empty if there is none, so that all are held
 * @param problems the mistakes that keep the files on disk from going live; empty if they are live
 * @param failedAt when those files were last tried, if there are mistakes
 */
public record RulesStatus(Optional<Book> live, List<Problem> problems, Optional<Instant> failedAt) {

  /**
   * A rule book.
   *
   * @param digest names it in verdicts
   * @param since when it went live
   * @param files the rule files, relative to the rules' folder
   */
  public record Book(String digest, Instant since, List<String> files) {
    public Book {
      requireNonNull(digest);
      requireNonNull(since);
      files = List.copyOf(files);
    }
  }

  public RulesStatus {
    requireNonNull(live);
    problems = List.copyOf(problems);
    requireNonNull(failedAt);
  }
}
