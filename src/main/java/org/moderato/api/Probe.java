package org.moderato.api;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

/**
 * Asks one part of the product how it is.
 *
 * @param name what operators call the part, such as {@code database}
 * @param question asked at each request; must answer quickly. One that throws counts as not ready
 */
public record Probe(String name, Supplier<Answer> question) {
  /**
   * How a part is.
   *
   * @param ready whether it can do its work
   * @param detail a few words for operators; anybody who reaches the server can read them
   */
  public record Answer(boolean ready, String detail) {
    public Answer {
      requireNonNull(detail);
    }
  }

  public Probe {
    requireNonNull(name);
    requireNonNull(question);
  }
}
