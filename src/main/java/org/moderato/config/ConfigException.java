package org.moderato.config;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Settings that cannot be used, with every mistake that was found. */
public final class ConfigException extends RuntimeException {
  private final transient List<Problem> problems;

  public ConfigException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Returns the mistakes in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
