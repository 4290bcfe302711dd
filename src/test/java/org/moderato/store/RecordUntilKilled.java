package org.moderato.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.moderato.rule.Outcome;

/**
 * A program that records comments and decides each until it is killed. It prints {@code open} when
 * it begins, and then what is done: {@code recorded ID} or {@code decided ID}.
 */
final class RecordUntilKilled {
  private static final int THREADS = 4;

  private RecordUntilKilled() {}

  public static void main(String[] args) {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
    var database =
        Database.open(
            new StoreSettings(args[0], "sa", "", Duration.ofSeconds(10), THREADS),
            Clock.systemUTC());
    out.println("open");
    var next = new AtomicLong();
    for (int i = 0; i < THREADS; i++) {
      new Thread(() -> work(database, next, out)).start();
    }
  }

  private static void work(Database database, AtomicLong next, PrintStream out) {
    while (true) {
      String id = Samples.id(next.incrementAndGet());
      database.comments().record(Samples.comment(id), Samples.verdict(Outcome.HOLD));
      out.println("recorded " + id);
      database.comments().decide(id, Outcome.APPROVE, "Eva", "", 0);
      out.println("decided " + id);
    }
  }
}
