package org.moderato.store;

import com.fasterxml.uuid.Generators;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.moderato.check.Finding;
import org.moderato.comment.Author;
import org.moderato.comment.Comment;
import org.moderato.comment.Page;
import org.moderato.comment.Submission;
import org.moderato.facts.AuthorRecord;
import org.moderato.rule.Measure;
import org.moderato.rule.Outcome;
import org.moderato.rule.Reason;
import org.moderato.text.Span;
import org.moderato.verdict.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Comments a second into the store, durable when {@code record} returns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(8)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class StoreBenchmark {
  private static final String BODY =
      "The council has had eleven years to mend this bridge, and in every one of them somebody stood"
          + " before a camera and said that work would start in spring. I drive round by the old mill"
          + " twice a day, forty minutes that nobody gives back to me, and I should like to know who"
          + " signed the bill. Ask them, please.";

  private static final Verdict VERDICT =
      new Verdict(
          Outcome.HOLD,
          List.of(
              new Reason(
                  "heated newcomer",
                  "tone.yaml",
                  9,
                  Outcome.HOLD,
                  "A first comment that reads as an attack.",
                  false,
                  List.of(new Measure("toxicity", 0.64, ">=", 0.6)),
                  List.of(new Span(12, 40)))),
          List.of(
              new Finding("language", 1, new Span(0, 300), "en"),
              new Finding("length", 300, new Span(0, 300)),
              new Finding("spam", 0.02, new Span(0, 0)),
              new Finding("toxicity", 0.64, new Span(12, 40))),
          "2f1c8a6e0b7d4953",
          "9d3e5b7a1c2f4860");

  /** The database that is measured. */
  @Param({"h2", "postgresql"})
  public String vendor = "h2";

  private @Nullable Path folder;
  private @Nullable EmbeddedPostgres server;

  @SuppressWarnings("NullAway.Init") // open() sets it
  private Database database;

  /** Opens an empty database. */
  @Setup
  public void open() throws IOException {
    String url;
    String user;
    if (vendor.equals("h2")) {
      folder = Files.createTempDirectory("store-benchmark");
      url = "jdbc:h2:file:" + folder.resolve("store");
      user = "sa";
    } else {
      server = EmbeddedPostgres.start();
      url = server.getJdbcUrl("postgres", "postgres");
      user = "postgres";
    }
    database =
        Database.open(
            new StoreSettings(url, user, "", Duration.ofSeconds(5), 8), Clock.systemUTC());
  }

  /** Says how large the file became, and removes it. */
  @TearDown
  public void close() throws IOException {
    int comments = database.comments().count(Outcome.HOLD);
    if (folder != null) {
      long size = Files.size(folder.resolve("store.mv.db"));
      System.out.printf("%n%d comments, %d bytes each in the file%n", comments, size / comments);
    }
    database.close();
    if (folder != null) {
      System.out.printf(
          "%d bytes each after closing%n", Files.size(folder.resolve("store.mv.db")) / comments);
      delete(folder);
    }
    if (server != null) {
      server.close();
    }
  }

  /** Records one comment of 300 characters. */
  @Benchmark
  public void record() {
    String id = Generators.timeBasedEpochGenerator().generate().toString();
    database.comments().record(new Comment(id, submission()), VERDICT);
  }

  /** Asks for the author's record, then records the comment, as intake does. */
  @Benchmark
  public AuthorRecord recordOfThenRecord() {
    var submission = submission();
    var record = database.comments().recordOf("daily", submission.author());
    String id = Generators.timeBasedEpochGenerator().generate().toString();
    database.comments().record(new Comment(id, submission), VERDICT);
    return record;
  }

  /** One of a thousand authors under one of fifty articles. */
  private static Submission submission() {
    var random = ThreadLocalRandom.current();
    int reader = random.nextInt(1_000);
    int article = random.nextInt(50);
    return new Submission(
        "daily",
        new Page(String.valueOf(article), "/2026/11/article-" + article, "local"),
        "",
        new Author("Reader " + reader, "reader" + reader + "@example.org", "", "192.0.2.7"),
        BODY,
        Instant.now());
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
