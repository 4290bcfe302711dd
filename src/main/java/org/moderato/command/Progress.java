package org.moderato.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows on a terminal how much of an archive was read, and shows nothing elsewhere. Progress is
 * counted in bytes of the file, since nobody knows the number of comments beforehand.
 */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 78;
  private static final int MILLIS = 200;

  private final AtomicLong read = new AtomicLong();
  private final Optional<ProgressBar> bar;

  /**
   * Starts to show progress.
   *
   * @param bytes the archive's size, or -1 where it is not known
   */
  Progress(Console console, long bytes) {
    bar = console.terminal() ? Optional.of(bar(console.err(), bytes)) : Optional.empty();
  }

  private static ProgressBar bar(PrintWriter terminal, long bytes) {
    return new ProgressBarBuilder()
        .setTaskName("score")
        .setStyle(ProgressBarStyle.ASCII)
        .setUnit(" KiB", 1024)
        .setInitialMax(bytes)
        .setUpdateIntervalMillis(MILLIS)
        .setConsumer(new DelegatingProgressBarConsumer(line -> draw(terminal, line), WIDTH))
        .build();
  }

  private static void draw(PrintWriter terminal, String line) {
    terminal.print("\r" + line);
    terminal.flush();
  }

  /** Returns a stream that counts the bytes which are read from it. */
  InputStream counting(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int value = super.read();
        read.addAndGet(value < 0 ? 0 : 1);
        return value;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        read.addAndGet(Math.max(0, count));
        return count;
      }
    };
  }

  /** Notes how many comments were judged so far. */
  void step(long comments) {
    if (bar.isPresent()) {
      bar.get().stepTo(read.get());
      bar.get().setExtraMessage(comments + " comments");
    }
  }

  /** Ends the drawing; nothing more happens when it is closed again. */
  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
