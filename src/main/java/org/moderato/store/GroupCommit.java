package org.moderato.store;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what many threads bring at the same time in one transaction, so that one write to the disk
 * serves them all. Each caller returns when its own item is written.
 *
 * <p>There is no thread of its own: the first caller to come writes its item at once; those who
 * come meanwhile wait, and when it is done one of them writes for all who wait. So nobody waits for
 * company, and batches grow only as far as the disk is slower than the callers. A batch that holds
 * an item the database refuses is written again one by one: a bad item fails alone.
 *
 * @param <T> what is written
 */
final class GroupCommit<T> {
  /** A batch stays short enough that those in it hardly notice each other. */
  static final int LARGEST_BATCH = 128;

  private final Consumer<List<T>> writer;
  private final Duration timeout;
  private final Deque<Waiting<T>> queue = new ArrayDeque<>();
  private boolean writing;

  /**
   * @param writer writes all of a list or nothing; throws {@link StoreException} if it could not
   * @param timeout how long a caller waits for others to write its item
   */
  GroupCommit(Consumer<List<T>> writer, Duration timeout) {
    this.writer = requireNonNull(writer);
    this.timeout = requireNonNull(timeout);
  }

  /**
   * Writes an item.
   *
   * @throws StoreException if it was not written, or if it is not known after the time limit
   */
  void write(T item) {
    var mine = new Waiting<>(item);
    if (isFirst(mine) || awaitTurn(mine)) {
      writeForAll();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
    if (!mine.written) {
      throw new StoreException("the thread that wrote for others failed");
    }
  }

  /** Returns how many wait for a batch of theirs to start. */
  synchronized int queued() {
    return queue.size();
  }

  /** Queues an item; returns whether nobody is writing, so that the caller has to. */
  private synchronized boolean isFirst(Waiting<T> mine) {
    queue.add(mine);
    boolean first = !writing;
    writing = true;
    return first;
  }

  /**
   * Waits until the item is done with; returns true if instead it is the caller's turn to write.
   */
  private boolean awaitTurn(Waiting<T> mine) {
    try {
      return mine.turn.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return giveUp(mine, "the database took longer than its time limit");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return giveUp(mine, "the server is stopping");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns false if the item was done with just now; otherwise throws. */
  private synchronized boolean giveUp(Waiting<T> mine, String why) {
    boolean turn = mine.turn.getNow(false);
    if (mine.turn.isDone() && !turn) {
      return false;
    }
    if (!queue.remove(mine)) {
      throw new StoreException(why + "; it may have been written");
    }
    if (turn) {
      handOn();
    }
    throw new StoreException(why);
  }

  private void writeForAll() {
    var batch = new ArrayList<Waiting<T>>();
    synchronized (this) {
      while (batch.size() < LARGEST_BATCH && !queue.isEmpty()) {
        batch.add(queue.remove());
      }
    }
    try {
      write(batch);
    } finally {
      handOn();
      batch.forEach(waiting -> waiting.turn.complete(false));
    }
  }

  private synchronized void handOn() {
    writing = !queue.isEmpty();
    if (writing) {
      queue.element().turn.complete(true);
    }
  }

  private void write(List<Waiting<T>> batch) {
    try {
      writer.accept(batch.stream().map(waiting -> waiting.item).toList());
      batch.forEach(waiting -> waiting.written = true);
    } catch (StoreException e) {
      if (e.isRefusal() && batch.size() > 1) {
        batch.forEach(waiting -> write(List.of(waiting)));
      } else {
        batch.forEach(waiting -> waiting.failure = e.forAnotherThread());
      }
    }
  }

  /** An item on its way; the fields are set before {@code turn} completes, and read after. */
  private static final class Waiting<T> {
    final T item;

    /** True: write now, for all who wait. False: done, written or not. */
    final CompletableFuture<Boolean> turn = new CompletableFuture<>();

    boolean written;
    @Nullable StoreException failure;

    Waiting(T item) {
      this.item = item;
    }
  }
}
