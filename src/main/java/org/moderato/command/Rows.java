package org.moderato.command;

import java.io.IOException;
import java.util.Optional;

/** The entries of an archive, in its order. Not thread-safe. */
@FunctionalInterface
interface Rows {
  /**
   * Returns the next entry, or nothing at the end.
   *
   * @throws IOException if the archive cannot be read on
   * @throws CommandException if the rest of the archive makes no sense
   */
  Optional<Row> next() throws IOException;
}
