package org.moderato.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderato.comment.Author;
import org.moderato.comment.Page;
import org.moderato.facts.AuthorRecord;
import org.moderato.facts.Facts;
import org.moderato.rule.Outcome;

final class CachedJudgeTest {
  private static final Verdict APPROVED =
      new Verdict(Outcome.APPROVE, List.of(), List.of(), "rules", "models");

  private final Judge behind = mock(Judge.class);
  private final CachedJudge judge = new CachedJudge(behind, CachedJudgeTest::sees, 100);

  /** A rule book that looks at the author's approved comments and at nothing else. */
  private static Map<String, Object> sees(Facts facts) {
    return Map.of("author.approved", facts.record().approved());
  }

  private static Facts facts(String name, int approved) {
    return new Facts(
        "courier",
        new Page("1", "/", ""),
        new Author(name, "", "", ""),
        new AuthorRecord(approved, 0, 0));
  }

  @BeforeEach
  void approveEverything() {
    when(behind.judge(anyString(), any())).thenReturn(APPROVED);
  }

  @Test
  void judge_sameTextAgain_asksOnce() {
    assertSame(APPROVED, judge.judge("Well said.", facts("Ada", 0)));
    assertSame(APPROVED, judge.judge("Well said.", facts("Ada", 0)));
    verify(behind, times(1)).judge(anyString(), any());
    assertEquals(new CachedJudge.Statistics(1, 1, 1), judge.statistics());
  }

  @Test
  void judge_factThatNoRuleSees_isTheSameQuestion() {
    judge.judge("Well said.", facts("Ada", 0));
    judge.judge("Well said.", facts("Grace", 0));
    verify(behind, times(1)).judge(anyString(), any());
  }

  @Test
  void judge_factThatARuleSees_isAnotherQuestion() {
    judge.judge("Well said.", facts("Ada", 0));
    judge.judge("Well said.", facts("Ada", 1));
    verify(behind, times(2)).judge(anyString(), any());
  }

  @Test
  void judge_textsThatDifferInCaseOrHalfPairs_areDifferentQuestions() {
    judge.judge("well said.", facts("Ada", 0));
    judge.judge("Well said.", facts("Ada", 0));
    judge.judge("\uD83D", facts("Ada", 0));
    judge.judge("\uD83E", facts("Ada", 0));
    verify(behind, times(4)).judge(anyString(), any());
  }

  @Test
  void judge_throws_isNotRemembered() {
    when(behind.judge(anyString(), any()))
        .thenThrow(new IllegalStateException("no model"))
        .thenReturn(APPROVED);

    var e = assertThrows(IllegalStateException.class, () -> judge.judge("a", facts("Ada", 0)));
    assertEquals("no model", e.getMessage());
    assertSame(APPROVED, judge.judge("a", facts("Ada", 0)));
  }

  @Test
  void judge_aThousandCopiesAtOnce_isAskedOnce() throws Exception {
    var started = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    when(behind.judge(anyString(), any()))
        .thenAnswer(
            call -> {
              started.countDown();
              mayEnd.await();
              return APPROVED;
            });
    for (var answer : askedAThousandTimes(started, mayEnd)) {
      assertSame(APPROVED, answer.get());
    }
    verify(behind, times(1)).judge(anyString(), any());
  }

  @Test
  void judge_throwsWhileOthersWait_allGetWhatItThrew() throws Exception {
    var started = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    when(behind.judge(anyString(), any()))
        .thenAnswer(
            call -> {
              started.countDown();
              mayEnd.await();
              throw new IllegalStateException("no model");
            });
    for (var answer : askedAThousandTimes(started, mayEnd)) {
      var e = assertThrows(ExecutionException.class, answer::get);
      assertEquals("java.lang.IllegalStateException: no model", e.getMessage());
    }
  }

  /** Asks a thousand times, from many threads, while the first question is still being answered. */
  private List<Future<Verdict>> askedAThousandTimes(CountDownLatch started, CountDownLatch mayEnd)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      var asked = new ArrayList<Future<Verdict>>();
      asked.add(threads.submit(() -> judge.judge("Buy now!", facts("Bot", 0))));
      started.await();
      for (int i = 1; i < 1000; i++) {
        asked.add(threads.submit(() -> judge.judge("Buy now!", facts("Bot", 0))));
      }
      mayEnd.countDown();
      return asked;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void new_noRoom_namesTheSetting() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new CachedJudge(behind, CachedJudgeTest::sees, 0));
    assertEquals("cache.max-verdicts must be at least 1, was 0", e.getMessage());
    verify(behind, never()).judge(anyString(), any());
  }
}
