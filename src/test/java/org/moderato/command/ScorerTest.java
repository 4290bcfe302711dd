package org.moderato.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.moderato.rule.Outcome;
import org.moderato.verdict.Judge;
import org.moderato.verdict.Verdict;

final class ScorerTest {
  private static final Verdict FINE =
      new Verdict(Outcome.APPROVE, List.of(), List.of(), "rules", "models");

  @Test
  void score_manyComments_keepsTheirOrder() throws Exception {
    var lines = new ArrayList<Long>();
    new Scorer((typed, facts) -> FINE, 4)
        .score(rows(5_000), judged -> lines.add(judged.row().line()));
    assertEquals(LongStream.rangeClosed(1, 5_000).boxed().toList(), lines);
  }

  @Test
  void score_slowComment_isNotOvertaken() throws Exception {
    var last = new CountDownLatch(1);
    Judge firstWaitsForThird =
        (typed, facts) -> {
          if (typed.equals("comment 1")) {
            await(last);
          } else if (typed.equals("comment 3")) {
            last.countDown();
          }
          return FINE;
        };
    var lines = new ArrayList<Long>();
    new Scorer(firstWaitsForThird, 2).score(rows(3), judged -> lines.add(judged.row().line()));
    assertEquals(List.of(1L, 2L, 3L), lines);
  }

  @Test
  void score_sinkThatWantsNoMore_readsNoMoreThanTheWindow() throws Exception {
    var read = new AtomicLong();
    Rows endless = () -> Optional.of(row(read.incrementAndGet()));
    new Scorer((typed, facts) -> FINE, 2).score(endless, judged -> judged.row().line() < 10);
    assertTrue(read.get() <= 10 + 2 * 32 + 2, () -> "read " + read.get());
  }

  @Test
  void score_judgeThatThrows_holdsTheComment() throws Exception {
    var verdicts = new ArrayList<Verdict>();
    Judge judge =
        (typed, facts) -> {
          if (typed.equals("comment 2")) {
            throw new IllegalStateException("no model");
          }
          return FINE;
        };
    new Scorer(judge, 2).score(rows(3), judged -> verdicts.add(judged.verdict().orElseThrow()));
    assertEquals(
        List.of(Outcome.APPROVE, Outcome.HOLD, Outcome.APPROVE),
        verdicts.stream().map(Verdict::outcome).toList());
    assertEquals("moderato: could not judge", verdicts.get(1).reasons().get(0).rule());
  }

  @Test
  void score_brokenEntry_isHandedOnUnjudged() throws Exception {
    Judge never =
        (typed, facts) -> {
          throw new AssertionError("judged");
        };
    var rows = List.of(Row.broken(1, "not valid UTF-8")).iterator();
    var all = new ArrayList<Judged>();
    new Scorer(never, 1)
        .score(() -> rows.hasNext() ? Optional.of(rows.next()) : Optional.empty(), all::add);
    assertEquals(List.of(new Judged(Row.broken(1, "not valid UTF-8"), Optional.empty())), all);
  }

  @Test
  void score_archiveThatBreaksOff_handsOnWhatWasRead() {
    var read = new AtomicLong();
    Rows cutOff =
        () -> {
          if (read.incrementAndGet() > 3) {
            throw new IOException("cut off");
          }
          return Optional.of(row(read.get()));
        };
    var lines = new ArrayList<Long>();
    var e =
        assertThrows(
            IOException.class,
            () ->
                new Scorer((typed, facts) -> FINE, 2)
                    .score(cutOff, judged -> lines.add(judged.row().line())));
    assertEquals("cut off", e.getMessage());
    assertEquals(List.of(1L, 2L, 3L), lines);
  }

  private static Rows rows(long count) {
    var read = new AtomicLong();
    return () -> {
      long line = read.incrementAndGet();
      return line > count ? Optional.empty() : Optional.of(row(line));
    };
  }

  private static Row row(long line) {
    return new Row(line, "comment " + line, Map.of(), "");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
