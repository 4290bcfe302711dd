package org.moderato.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moderato.verdict.Judge;

/**
 * Who judges an archive.
 *
 * @param judge the judge
 * @param scores the symbols of its checks whose values are scores
 */
record ArchiveJudge(Judge judge, Set<String> scores) {
  ArchiveJudge {
    requireNonNull(judge);
    scores = Set.copyOf(scores);
  }

  /** Makes the judge that a command line asks for. */
  @FunctionalInterface
  interface Maker {
    /**
     * Makes a judge.
     *
     * @param languages ISO 639-1 codes, the main one first; empty for all that are known
     * @param rules the folder of rule files; nothing for the shipped ones
     * @throws org.moderato.config.ConfigException with the mistakes in the rule files
     */
    ArchiveJudge make(List<String> languages, Optional<Path> rules);
  }
}
