package org.moderato.command;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.moderato.comment.Author;
import org.moderato.comment.Page;
import org.moderato.facts.AuthorRecord;
import org.moderato.facts.Facts;
import org.moderato.verdict.Judge;
import org.moderato.verdict.Verdict;

/**
 * Judges the entries of an archive on several threads and hands the verdicts on in the archive's
 * order.
 *
 * <p>Memory is bounded whatever the archive's size, since only a window of entries is under way at
 * a time. An entry is judged and handed on as soon as it was read, so a pipe that pauses holds
 * nothing back. A comment on which the judge fails is held, as it would be on the site.
 */
final class Scorer {
  /** A newcomer without a name on no page in particular: nothing but the text counts. */
  static final Facts NEUTRAL =
      new Facts("score", new Page("", "", ""), new Author("", "", "", ""), AuthorRecord.NEWCOMER);

  private static final Logger LOG = System.getLogger(Scorer.class.getName());
  private static final int WINDOW_PER_THREAD = 32;

  private final Judge judge;
  private final int threads;

  Scorer(Judge judge, int threads) {
    this.judge = judge;
    this.threads = threads;
  }

  /** Takes what became of each entry. */
  @FunctionalInterface
  interface Sink {
    /** Takes the next one and returns whether more are wanted. */
    boolean take(Judged judged) throws IOException;
  }

  /**
   * Judges all entries, or as many as the sink wants.
   *
   * @throws IOException if the archive cannot be read on, or the sink fails; what was read before
   *     has been handed on
   */
  void score(Rows rows, Sink sink) throws IOException, InterruptedException {
    BlockingQueue<Future<Optional<Judged>>> underWay =
        new ArrayBlockingQueue<>(WINDOW_PER_THREAD * threads);
    // One more thread reads. Daemons, since reading standard input cannot be interrupted.
    ExecutorService pool = Executors.newFixedThreadPool(threads + 1, Scorer::daemon);
    try {
      pool.execute(() -> read(rows, pool, underWay));
      Optional<Judged> judged = result(underWay.take());
      while (judged.isPresent() && sink.take(judged.get())) {
        judged = result(underWay.take());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "score");
    thread.setDaemon(true);
    return thread;
  }

  /** Reads entry by entry; an empty future marks the end, a failed one why reading ended early. */
  private void read(
      Rows rows, ExecutorService pool, BlockingQueue<Future<Optional<Judged>>> underWay) {
    try {
      try {
        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
          Row next = row.get();
          underWay.put(pool.submit(() -> Optional.of(judge(next))));
        }
        underWay.put(CompletableFuture.completedFuture(Optional.empty()));
      } catch (IOException | RuntimeException e) {
        underWay.put(CompletableFuture.failedFuture(e));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<Judged> result(Future<Optional<Judged>> future)
      throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof CommandException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Judged judge(Row row) {
    return new Judged(
        row, row.isBroken() ? Optional.empty() : Optional.of(verdict(row.line(), row.text())));
  }

  private Verdict verdict(long line, String text) {
    try {
      return judge.judge(text, NEUTRAL);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(Level.WARNING, () -> "line " + line + " could not be judged", e);
      return Verdict.COULD_NOT_JUDGE;
    }
  }
}
