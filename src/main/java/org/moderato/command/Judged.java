package org.moderato.command;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.moderato.verdict.Verdict;

/**
 * What became of one entry of an archive.
 *
 * @param row the entry
 * @param verdict the verdict, or nothing where the entry could not be read
 */
record Judged(Row row, Optional<Verdict> verdict) {
  /** The symbol whose finding names the language. */
  private static final String LANGUAGE = "language";

  /** What the language is called where nobody could tell it (ISO 639-2). */
  private static final String UNDETERMINED = "und";

  Judged {
    requireNonNull(row);
    requireNonNull(verdict);
  }

  /** Returns the language's ISO 639-1 code, or nothing where it is undetermined. */
  Optional<String> language() {
    return verdict.stream()
        .flatMap(v -> v.findings().stream())
        .filter(f -> f.symbol().equals(LANGUAGE) && !f.detail().equals(UNDETERMINED))
        .map(f -> f.detail())
        .findFirst();
  }
}
