package org.moderato.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * What a command reads and prints.
 *
 * @param in standard input, as bytes
 * @param out standard output, in UTF-8
 * @param err standard error
 * @param terminal whether a person watches standard error, so that progress may be drawn there
 */
record Console(InputStream in, PrintWriter out, PrintWriter err, boolean terminal) {
  Console {
    requireNonNull(in);
    requireNonNull(out);
    requireNonNull(err);
  }

  /**
   * Returns whether this process's standard error is a terminal. The JDK tells it for standard
   * output only, so the file descriptor is asked; where there is none, the answer is no.
   */
  static boolean errIsTerminal() {
    try {
      String device = Path.of("/dev/fd/2").toRealPath().toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
