package org.moderato;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.moderato.check.Checks;
import org.moderato.comment.Author;
import org.moderato.comment.Page;
import org.moderato.config.ShippedFiles;
import org.moderato.facts.AuthorRecord;
import org.moderato.facts.Facts;
import org.moderato.model.Models;
import org.moderato.rule.Outcome;
import org.moderato.rule.RuleBook;
import org.moderato.rule.RuleFiles;
import org.moderato.verdict.CachedJudge;
import org.moderato.verdict.Judge;
import org.moderato.verdict.RuleJudge;
import org.moderato.verdict.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures one verdict on a comment of 300 characters, with the shipped models and rules, on one
 * core: {@code mvn -Pbench test -DskipTests -Djmh.args=Verdict}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class VerdictBenchmark {
  private static final int LENGTH = 300;
  private static final int COMMENTS = 1000;

  private static final List<String> WORDS =
      Arrays.asList(
          ("the bridge on the river was closed again this morning and nobody at the council could"
                  + " say why which is a shame because people have to get to work somehow I think"
                  + " they should ask the keeper who knew every bolt of it or at least print a"
                  + " timetable that is true thank you for writing about it my neighbour told me"
                  + " that the ferry may come back what do others think about a ticket for a pound")
              .split(" "));

  private final Facts facts =
      new Facts(
          "news",
          new Page("1", "/story", "town"),
          new Author("Ada", "", "", "127.0.0.1"),
          AuthorRecord.NEWCOMER);
  private final List<String> comments = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else
  private Judge cold;

  @SuppressWarnings("NullAway.Init")
  private Judge cached;

  private int next;

  /** Loads models and rules, and makes the comments. */
  @Setup
  public void prepare() throws Exception {
    Models models = Models.load();
    Checks checks = Moderato.checks(models, List.of("en"));
    Path folder = Files.createTempDirectory("moderato-bench-");
    ShippedFiles.writeRules(folder);
    RuleBook book = new RuleFiles(folder, checks).read();
    cold = new RuleJudge(checks, book, models.digest(), Outcome.APPROVE);
    cached = new CachedJudge(cold, book::relevant, COMMENTS * 2);
    var random = new Random(1);
    for (int i = 0; i < COMMENTS; i++) {
      comments.add(comment(random));
    }
    comments.forEach(comment -> cached.judge(comment, facts));
  }

  /** Judges comments with everything that it takes. */
  @Benchmark
  public Verdict cold() {
    return cold.judge(comment(), facts);
  }

  /** Judges comments that were judged before. */
  @Benchmark
  public Verdict cached() {
    return cached.judge(comment(), facts);
  }

  private String comment() {
    next = (next + 1) % COMMENTS;
    return comments.get(next);
  }

  private static String comment(Random random) {
    var words = new ArrayList<>(WORDS);
    Collections.shuffle(words, random);
    return String.join(" ", words).substring(0, LENGTH);
  }
}
