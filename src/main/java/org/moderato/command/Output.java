package org.moderato.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where lines of output go, each flushed at once. Not thread-safe. */
final class Output implements AutoCloseable {
  private final String name;
  private final Writer writer;
  private final Optional<PrintWriter> pipe;

  private Output(String name, Writer writer, Optional<PrintWriter> pipe) {
    this.name = name;
    this.writer = writer;
    this.pipe = pipe;
  }

  /** Writes to standard output, which stays open. */
  static Output toStandard(PrintWriter out) {
    return new Output("standard output", out, Optional.of(out));
  }

  /**
   * Writes to a file in UTF-8, and over what was in it.
   *
   * @throws CommandException if it cannot be written
   */
  static Output toFile(Path file) {
    try {
      BufferedWriter writer = Files.newBufferedWriter(file);
      return new Output(file.toString(), writer, Optional.empty());
    } catch (IOException e) {
      throw new CommandException("cannot write " + file + ": " + Failures.explained(e), e);
    }
  }

  /**
   * Writes a line.
   *
   * @return whether anybody still reads; {@code head} ends reading early, which is no failure
   * @throws CommandException if it cannot be written
   */
  boolean line(String text) {
    try {
      writer.write(text);
      writer.write('\n');
      writer.flush();
    } catch (IOException e) {
      throw new CommandException("cannot write " + name + ": " + Failures.explained(e), e);
    }
    return isRead();
  }

  /** Returns whether anybody still reads. */
  boolean isRead() {
    return pipe.isEmpty() || !pipe.get().checkError();
  }

  @Override
  public void close() {
    if (pipe.isEmpty()) {
      try {
        writer.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
