package org.moderato.store;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Batches are steered by a writer that stands still until a test lets it go on. */
@Timeout(30)
final class GroupCommitTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final List<List<String>> written = new ArrayList<>();
  private final CountDownLatch firstIsWriting = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  void stop() {
    goOn.countDown();
    callers.shutdownNow();
  }

  @Test
  void write_alone_isWrittenByTheCaller() {
    var threads = new ArrayList<Thread>();
    var commits = new GroupCommit<String>(items -> threads.add(Thread.currentThread()), LONG);
    commits.write("a");
    commits.write("b");
    assertEquals(List.of(Thread.currentThread(), Thread.currentThread()), threads);
  }

  @Test
  void write_whileAnotherWrites_goesIntoTheNextBatchTogether() throws Exception {
    var commits = new GroupCommit<String>(standStillAtFirst(written::add), LONG);
    Future<?> first = callers.submit(() -> commits.write("first"));
    firstIsWriting.await();
    var others = IntStream.range(0, 5).mapToObj(i -> inBackground(commits, "x")).toList();
    awaitQueue(commits, 5);
    goOn.countDown();
    first.get();
    for (var other : others) {
      other.get();
    }
    assertEquals(List.of(List.of("first"), List.of("x", "x", "x", "x", "x")), written);
  }

  @Test
  void write_moreThanABatch_isSplit() throws Exception {
    int many = GroupCommit.LARGEST_BATCH + 1;
    var commits = new GroupCommit<String>(standStillAtFirst(written::add), LONG);
    start(() -> commits.write("first"));
    firstIsWriting.await();
    var others = IntStream.range(0, many).mapToObj(i -> inBackground(commits, "x")).toList();
    awaitQueue(commits, many);
    goOn.countDown();
    for (var other : others) {
      other.get();
    }
    assertEquals(
        List.of(1, GroupCommit.LARGEST_BATCH, 1), written.stream().map(List::size).toList());
  }

  @Test
  void write_besideABadItem_succeedsAndTheBadOneFailsAlone() throws Exception {
    var commits =
        new GroupCommit<String>(
            standStillAtFirst(
                items -> {
                  if (items.contains("bad")) {
                    throw failure("23505");
                  }
                  written.add(items);
                }),
            LONG);
    start(() -> commits.write("first"));
    firstIsWriting.await();
    var good = inBackground(commits, "good");
    awaitQueue(commits, 1);
    var bad = inBackground(commits, "bad");
    awaitQueue(commits, 2);
    var fine = inBackground(commits, "fine");
    awaitQueue(commits, 3);
    goOn.countDown();
    good.get();
    fine.get();
    var refused = failureOf(bad);
    assertEquals(
        "testing failed: there is such a row already (SQLSTATE 23505)", refused.getMessage());
    assertEquals(List.of(List.of("first"), List.of("good"), List.of("fine")), written);
  }

  @Test
  void write_whenTheDatabaseIsGone_failsForAllAfterOneAttempt() throws Exception {
    var commits =
        new GroupCommit<String>(
            standStillAtFirst(
                items -> {
                  written.add(items);
                  if (items.contains("x")) {
                    throw failure("08006");
                  }
                }),
            LONG);
    start(() -> commits.write("first"));
    firstIsWriting.await();
    var others = IntStream.range(0, 3).mapToObj(i -> inBackground(commits, "x")).toList();
    awaitQueue(commits, 3);
    goOn.countDown();
    for (var other : others) {
      var failed = failureOf(other);
      assertEquals(
          "testing failed: the database does not answer (SQLSTATE 08006)", failed.getMessage());
    }
    assertEquals(List.of(List.of("first"), List.of("x", "x", "x")), written);
  }

  @Test
  void write_afterAFailure_worksAgain() {
    var commits =
        new GroupCommit<String>(
            items -> {
              if (items.contains("bad")) {
                throw failure("08006");
              }
              written.add(items);
            },
            LONG);
    assertThrows(StoreException.class, () -> commits.write("bad"));
    commits.write("good");
    assertEquals(List.of(List.of("good")), written);
  }

  @Test
  void write_whenTheWriterHasABug_failsForAllAndWorksAgain() throws Exception {
    var commits =
        new GroupCommit<String>(
            standStillAtFirst(
                items -> {
                  if (items.contains("bad")) {
                    throw new IllegalStateException("bug");
                  }
                  written.add(items);
                }),
            LONG);
    start(() -> commits.write("first"));
    firstIsWriting.await();
    var one = inBackground(commits, "bad");
    awaitQueue(commits, 1);
    var two = inBackground(commits, "good");
    awaitQueue(commits, 2);
    goOn.countDown();
    assertEquals(IllegalStateException.class, failureOf(one).getClass());
    assertEquals(StoreException.class, failureOf(two).getClass());
    commits.write("good");
    assertEquals(List.of(List.of("first"), List.of("good")), written);
  }

  @Test
  void write_queuedPastTheLimit_isNotWritten() throws Exception {
    var commits = new GroupCommit<String>(standStillAtFirst(written::add), Duration.ofMillis(50));
    var first = inBackground(commits, "first");
    firstIsWriting.await();
    var late = assertThrows(StoreException.class, () -> commits.write("late"));
    assertEquals("the database took longer than its time limit", late.getMessage());
    goOn.countDown();
    first.get();
    commits.write("next");
    assertEquals(List.of(List.of("first"), List.of("next")), written);
  }

  @Test
  void write_beingWrittenPastTheLimit_saysThatItMayBe() throws Exception {
    var secondIsWriting = new CountDownLatch(1);
    var commits =
        new GroupCommit<String>(
            standStillAtFirst(
                items -> {
                  if (items.contains("leader")) {
                    secondIsWriting.countDown();
                    awaitUninterruptibly(new CountDownLatch(1));
                  }
                }),
            Duration.ofMillis(300));
    start(() -> commits.write("first"));
    firstIsWriting.await();
    start(() -> commits.write("leader"));
    awaitQueue(commits, 1);
    var follower = inBackground(commits, "follower");
    awaitQueue(commits, 2);
    goOn.countDown();
    secondIsWriting.await();
    var late = failureOf(follower);
    assertEquals(
        "the database took longer than its time limit; it may have been written",
        late.getMessage());
  }

  @Test
  void write_interruptedWhileQueued_failsAndStaysInterrupted() throws Exception {
    var commits = new GroupCommit<String>(standStillAtFirst(written::add), LONG);
    var first = inBackground(commits, "first");
    firstIsWriting.await();
    var outcome = new CompletableFuture<String>();
    var caller =
        new Thread(
            () -> {
              var e = assertThrows(StoreException.class, () -> commits.write("stopped"));
              outcome.complete(e.getMessage() + ", " + Thread.currentThread().isInterrupted());
            });
    caller.start();
    awaitQueue(commits, 1);
    caller.interrupt();
    assertEquals("the server is stopping, true", outcome.get());
    goOn.countDown();
    first.get();
    assertEquals(List.of(List.of("first")), written);
  }

  @Test
  void write_manyThreads_writesEachOnceAndInOrder() throws Exception {
    var inside = new ArrayList<Thread>();
    var commits =
        new GroupCommit<String>(
            items -> {
              inside.add(Thread.currentThread());
              written.add(items);
              assertEquals(1, inside.size(), "one writer at a time");
              inside.clear();
            },
            LONG);
    var done =
        IntStream.range(0, 8)
            .mapToObj(
                thread ->
                    callers.submit(
                        () -> {
                          for (int i = 0; i < 500; i++) {
                            commits.write(thread + ":" + i);
                          }
                        }))
            .toList();
    for (Future<?> d : done) {
      d.get();
    }
    var all = written.stream().flatMap(List::stream).toList();
    for (int thread = 0; thread < 8; thread++) {
      String prefix = thread + ":";
      assertEquals(
          IntStream.range(0, 500).mapToObj(i -> prefix + i).collect(joining(" ")),
          all.stream().filter(s -> s.startsWith(prefix)).collect(joining(" ")));
    }
    assertTrue(written.size() <= all.size());
  }

  private Future<?> inBackground(GroupCommit<String> commits, String item) {
    return callers.submit(() -> commits.write(item));
  }

  /** Runs a call whose outcome does not matter to the test. */
  private void start(Runnable call) {
    callers.execute(call);
  }

  private static Throwable failureOf(Future<?> call) {
    return requireNonNull(assertThrows(ExecutionException.class, call::get).getCause());
  }

  private Consumer<List<String>> standStillAtFirst(Consumer<List<String>> then) {
    return items -> {
      if (items.contains("first")) {
        firstIsWriting.countDown();
        awaitUninterruptibly(goOn);
      }
      then.accept(items);
    };
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitQueue(GroupCommit<String> commits, int length) {
    while (commits.queued() < length) {
      Thread.onSpinWait();
    }
  }

  private static StoreException failure(String state) {
    return StoreException.failed(
        "testing", new ConnectionException(new SQLException("secret", state)));
  }
}
