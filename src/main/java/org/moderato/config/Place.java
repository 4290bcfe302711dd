package org.moderato.config;

import static java.util.Objects.requireNonNull;

/**
 * A place in a file that somebody edits.
 *
 * @param file the file's name as the operator knows it
 * @param line from 1, or 0 where the file as a whole is meant
 * @param column from 1, or 0 where the line as a whole is meant
 */
public record Place(String file, int line, int column) {
  public Place {
    requireNonNull(file);
  }

  /** Returns {@code file:line:column}, without the parts that are not known. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
  }
}
