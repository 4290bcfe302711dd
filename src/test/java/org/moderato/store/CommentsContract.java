package org.moderato.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.moderato.rule.Outcome.APPROVE;
import static org.moderato.rule.Outcome.HOLD;
import static org.moderato.rule.Outcome.REJECT;
import static org.moderato.store.Samples.ADA;
import static org.moderato.store.Samples.NOON;
import static org.moderato.store.Samples.comment;
import static org.moderato.store.Samples.id;
import static org.moderato.store.Samples.saying;
import static org.moderato.store.Samples.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

/** What {@link Comments} promises on every database. */
interface CommentsContract {
  /** Returns a database without rows. */
  Database database();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " leading and trailing ",
        "it's \"quoted\"; drop table comments; -- \\ \\0 $1 ? :id",
        "👩‍👩‍👧 🇺🇦 \uD83D\uDE00",
        "\u202Eright to left\u202C שלום عليكم",
        "e\u0301\u0302\u0303 \u200B\uFEFF\u00AD",
        "\u0001\u001F\u007F\u0085\u2028\uFFFE\uFFFF",
        "line\nfeed\r\ncarriage\ttab",
      })
  default void find_afterRecord_returnsTheSame(String hostile) {
    var submission =
        new Submission(
            hostile,
            new Page(hostile, hostile, hostile),
            hostile,
            new Author(hostile, hostile, hostile, hostile),
            hostile,
            NOON);
    var measures =
        List.of(
            new Measure(hostile, 0.1 + 0.2, hostile, Double.MIN_VALUE),
            new Measure("n", Double.NaN, "<", Double.NEGATIVE_INFINITY));
    var spans = List.of(new Span(0, 0), new Span(3, Integer.MAX_VALUE));
    var verdict =
        new Verdict(
            HOLD,
            List.of(
                new Reason(hostile, hostile, 0, REJECT, hostile, true, measures, spans),
                new Reason("second", "b.yaml", 7, HOLD, "", false, List.of(), List.of())),
            List.of(
                new Finding(hostile, Double.POSITIVE_INFINITY, new Span(1, 2), hostile),
                new Finding("links", 12_345, new Span(0, 0))),
            hostile,
            hostile);
    var comment = new Comment(id(1), submission);
    database().comments().record(comment, verdict);
    assertEquals(
        Optional.of(new StoredComment(comment, verdict, HOLD, 0, Optional.empty())),
        database().comments().find(id(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {65_536, 1_048_577})
  default void find_afterRecordOfLongTexts_returnsTheSame(int length) {
    String text = "x€🙂".repeat(length / 4) + "x".repeat(length % 4);
    var comment =
        new Comment(
            id(1),
            new Submission(
                "daily",
                new Page(text, text, text),
                text,
                new Author(text, text, text, text),
                text,
                NOON));
    database().comments().record(comment, verdict(APPROVE));
    assertEquals(comment, database().comments().find(id(1)).orElseThrow().comment());
    assertEquals(1, database().comments().published("daily", text, 10).size());
    assertEquals(
        AuthorRecord.NEWCOMER,
        database().comments().recordOf("daily", comment.submission().author()));
  }

  @Test
  default void find_afterRecord_keepsMicroseconds() {
    var sent = comment(id(1)).submission();
    var exact = NOON.plusNanos(999);
    database()
        .comments()
        .record(
            new Comment(
                id(1), new Submission("daily", sent.page(), "", sent.author(), sent.body(), exact)),
            verdict(HOLD));
    assertEquals(
        NOON, database().comments().find(id(1)).orElseThrow().comment().submission().receivedAt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no-uuid",
        "0-0-0-0-0",
        "00000000-0000-0000-0000-00000000000A",
        "\0",
        "' or 1=1 --"
      })
  default void find_unknownId_isEmpty(String id) {
    database().comments().record(comment("00000000-0000-0000-0000-00000000000a"), verdict(HOLD));
    assertEquals(Optional.empty(), database().comments().find(id));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "'%c', 0, NUL",
    "'ab%c', 0, NUL",
    "'%c', 55357, high",
    "'%cx', 55357, high",
    "'%c', 56832, low"
  })
  default void record_textThatNoDatabaseHolds_isRefusedWhole(String pattern, int unit, String why) {
    String text = pattern.formatted((char) unit);
    var refused =
        assertThrows(
            StoreException.class,
            () -> database().comments().record(saying(id(1), text), verdict(HOLD)),
            why);
    assertEquals(
        "the comment cannot be stored: it holds %s at %d"
            .formatted(unit == 0 ? "NUL" : "an unpaired surrogate", pattern.indexOf('%')),
        refused.getMessage());
    assertEquals(Optional.empty(), database().comments().find(id(1)));
    assertEquals(List.of(), database().audit().latest(Long.MAX_VALUE, 10));
  }

  @Test
  default void record_sameIdTwice_keepsTheFirstAndSaysNoWordOfTheSecond() {
    database().comments().record(saying(id(1), "first"), verdict(HOLD));
    var refused =
        assertThrows(
            StoreException.class,
            () -> database().comments().record(saying(id(1), "second"), verdict(APPROVE)));
    assertEquals(
        "recording comment %s failed: there is such a row already (SQLSTATE 23505)"
            .formatted(id(1)),
        refused.getMessage());
    for (Throwable t = refused; t != null; t = t.getCause()) {
      assertFalse(String.valueOf(t.getMessage()).contains("second"), t.getMessage());
    }
    assertEquals(
        "first", database().comments().find(id(1)).orElseThrow().comment().submission().body());
    assertEquals(1, database().audit().latest(Long.MAX_VALUE, 10).size());
  }

  @Test
  default void record_manyThreads_storesEach() throws Exception {
    var pool = Executors.newFixedThreadPool(8);
    try {
      var tasks = new ArrayList<Callable<Void>>();
      for (int i = 1; i <= 200; i++) {
        String id = id(i);
        tasks.add(
            () -> {
              database().comments().record(comment(id), verdict(HOLD));
              assertEquals(id, database().comments().find(id).orElseThrow().comment().id());
              return null;
            });
      }
      for (var done : pool.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(200, database().comments().count(HOLD));
    assertEquals(200, database().audit().latest(Long.MAX_VALUE, 1_000).size());
  }

  @Test
  default void inState_pageByPage_isOldestFirstAndComplete() {
    // Ids on both sides of every sign bit: they sort as text does.
    var ids =
        new ArrayList<>(
            List.of(
                "01999999-0000-7000-8000-000000000000",
                "01999999-0000-7000-8000-000000000001",
                "01999999-0000-7000-bfff-ffffffffffff",
                "7fffffff-ffff-7fff-8000-000000000000",
                "80000000-0000-7000-8000-000000000000",
                "ffffffff-ffff-7fff-bfff-ffffffffffff"));
    for (int i : new int[] {3, 0, 5, 1, 4, 2}) {
      database().comments().record(comment(ids.get(i)), verdict(HOLD));
    }
    database().comments().record(comment(id(7)), verdict(APPROVE));

    var seen = new ArrayList<String>();
    List<StoredComment> page;
    String after = "";
    do {
      page = database().comments().inState(HOLD, after, 2);
      page.forEach(stored -> seen.add(stored.comment().id()));
      after = seen.get(seen.size() - 1);
    } while (page.size() == 2);
    assertEquals(ids, seen);
  }

  @Test
  default void latestInState_pageByPage_isNewestFirstAndComplete() {
    for (int i = 1; i <= 5; i++) {
      database().comments().record(comment(id(i)), verdict(REJECT));
    }
    database().comments().record(comment(id(6)), verdict(HOLD));
    var comments = database().comments();
    assertEquals(List.of(id(5), id(4)), ids(comments.latestInState(REJECT, "", 2)));
    assertEquals(List.of(id(3), id(2)), ids(comments.latestInState(REJECT, id(4), 2)));
    assertEquals(List.of(id(1)), ids(comments.latestInState(REJECT, id(2), 2)));
    assertEquals(List.of(), comments.latestInState(REJECT, id(1), 2));
  }

  @Test
  default void count_afterDecision_followsTheState() {
    database().comments().record(comment(id(1)), verdict(HOLD));
    database().comments().record(comment(id(2)), verdict(HOLD));
    database().comments().decide(id(1), REJECT, "Eva", "", 0);
    assertEquals(0, database().comments().count(APPROVE));
    assertEquals(1, database().comments().count(HOLD));
    assertEquals(1, database().comments().count(REJECT));
  }

  @Test
  default void published_ofManyPages_returnsTheApprovedOfOneOldestFirst() {
    String shared = "p".repeat(100);
    var comments = database().comments();
    comments.record(comment(id(3), ADA, "daily", shared + "1"), verdict(APPROVE));
    comments.record(comment(id(1), ADA, "daily", shared + "1"), verdict(APPROVE));
    comments.record(comment(id(2), ADA, "daily", shared + "1"), verdict(HOLD));
    comments.record(comment(id(4), ADA, "daily", shared + "2"), verdict(APPROVE));
    comments.record(comment(id(5), ADA, "daily", shared), verdict(APPROVE));
    comments.record(comment(id(6), ADA, "weekly", shared + "1"), verdict(APPROVE));
    comments.decide(id(2), APPROVE, "Eva", "", 0);
    assertEquals(List.of(id(1), id(2), id(3)), ids(comments.published("daily", shared + "1", 10)));
    assertEquals(List.of(id(1), id(2)), ids(comments.published("daily", shared + "1", 2)));
    assertEquals(List.of(), comments.published("daily", "\0", 10));
  }

  @Test
  default void recordOf_author_countsWhatStands() {
    var comments = database().comments();
    IntStream.rangeClosed(1, 3).forEach(i -> comments.record(comment(id(i)), verdict(APPROVE)));
    IntStream.rangeClosed(4, 5).forEach(i -> comments.record(comment(id(i)), verdict(REJECT)));
    comments.record(comment(id(6)), verdict(HOLD));
    comments.record(comment(id(7), ADA, "weekly", "42"), verdict(HOLD));
    assertEquals(new AuthorRecord(3, 2, 1), comments.recordOf("daily", ADA));

    comments.decide(id(1), REJECT, "Eva", "", 0);
    assertEquals(new AuthorRecord(2, 3, 1), comments.recordOf("daily", ADA));
  }

  @Test
  default void recordOf_busyAuthor_countsTheLatest() {
    var comments = database().comments();
    comments.record(comment(id(1)), verdict(REJECT));
    for (int i = 2; i <= Comments.RECORD_LIMIT; i++) {
      comments.record(comment(id(i)), verdict(APPROVE));
    }
    int others = Comments.RECORD_LIMIT - 1;
    assertEquals(new AuthorRecord(others, 1, 0), comments.recordOf("daily", ADA));

    comments.record(comment(id(Comments.RECORD_LIMIT + 1)), verdict(HOLD));
    assertEquals(new AuthorRecord(others, 0, 1), comments.recordOf("daily", ADA));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "ada@example.org, 1, another case",
    "ADA@EXAMPLE.ORG, 1, capitals",
    "ada@example.com, 0, another address",
    "'', 0, no address",
    "' ada@example.org', 0, with a space",
  })
  default void recordOf_address_ignoresCaseOnly(String email, int approved, String why) {
    database().comments().record(comment(id(1)), verdict(APPROVE));
    database().comments().record(comment(id(2), author("")), verdict(APPROVE));
    assertEquals(approved, database().comments().recordOf("daily", author(email)).approved(), why);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "254, 1, the longest that can exist",
    "255, 0, too long to be an address",
    "10000, 0, nonsense"
  })
  default void recordOf_longAddress_isNoAddress(int length, int approved, String why) {
    var author = author("a".repeat(length));
    database().comments().record(comment(id(1), author), verdict(APPROVE));
    assertEquals(approved, database().comments().recordOf("daily", author).approved(), why);
  }

  @Test
  default void recordOf_unstorableAddress_isNewcomer() {
    assertEquals(
        AuthorRecord.NEWCOMER, database().comments().recordOf("daily", author("a\0@example.org")));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({
    "HOLD, APPROVE",
    "HOLD, REJECT",
    "APPROVE, HOLD",
    "REJECT, REJECT",
    "REJECT, APPROVE"
  })
  default void decide_comment_changesTheStateAndNotTheVerdict(Outcome from, Outcome to) {
    var verdict = verdict(from);
    database().comments().record(comment(id(1)), verdict);
    var decided = database().comments().decide(id(1), to, "Eva", "it's \"fine\" 🙂", 0);
    assertEquals(
        new StoredComment(
            comment(id(1)),
            verdict,
            to,
            1,
            Optional.of(new Decision(id(1), from, to, "Eva", NOON, "it's \"fine\" 🙂"))),
        decided);
    assertEquals(Optional.of(decided), database().comments().find(id(1)));
    assertEquals(List.of(decided), database().comments().inState(to, "", 10));
  }

  @Test
  default void decide_staleVersion_namesWhoAndWhenAndChangesNothing() {
    database().comments().record(comment(id(1)), verdict(HOLD));
    var decided = database().comments().decide(id(1), APPROVE, "Eva", "", 0);
    var late =
        assertThrows(
            DecidedMeanwhileException.class,
            () -> database().comments().decide(id(1), REJECT, "Ben", "", 0));
    assertEquals("Eva", late.who());
    assertEquals(NOON, late.when());
    assertEquals(Optional.of(decided), database().comments().find(id(1)));
    assertEquals(2, database().audit().latest(Long.MAX_VALUE, 10).size());
  }

  @Test
  default void decide_staleAfterUndo_namesWhoTookItBack() {
    var comments = database().comments();
    comments.record(comment(id(1)), verdict(HOLD));
    comments.decide(id(1), APPROVE, "Eva", "", 0);
    comments.undo(id(1), "Ben", 1);
    var late =
        assertThrows(
            DecidedMeanwhileException.class, () -> comments.decide(id(1), REJECT, "Ida", "", 0));
    assertEquals("Ben", late.who());
  }

  @Test
  default void decide_byManyAtOnce_succeedsForOne() throws Exception {
    database().comments().record(comment(id(1)), verdict(HOLD));
    var pool = Executors.newFixedThreadPool(6);
    int decided = 0;
    try {
      Callable<Boolean> decide =
          () -> {
            try {
              database().comments().decide(id(1), APPROVE, "Eva", "", 0);
              return true;
            } catch (DecidedMeanwhileException e) {
              return false;
            }
          };
      for (var done : pool.invokeAll(java.util.Collections.nCopies(6, decide))) {
        decided += done.get() ? 1 : 0;
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(1, decided);
    assertEquals(1, database().comments().find(id(1)).orElseThrow().version());
  }

  @ParameterizedTest
  @ValueSource(strings = {"01999999-0000-7000-8000-000000000000", "", "no-uuid"})
  default void decide_unknownComment_isRefused(String id) {
    assertThrows(
        NoSuchElementException.class,
        () -> database().comments().decide(id, APPROVE, "Eva", "", 0));
    assertThrows(NoSuchElementException.class, () -> database().comments().undo(id, "Eva", 0));
  }

  @Test
  default void undo_stepByStep_goesBackToTheVerdict() {
    var comments = database().comments();
    comments.record(comment(id(1)), verdict(HOLD));
    var first = comments.decide(id(1), APPROVE, "Eva", "first", 0);
    comments.decide(id(1), REJECT, "Ben", "second", 1);

    var afterOne = comments.undo(id(1), "Ida", 2);
    assertEquals(APPROVE, afterOne.state());
    assertEquals(3, afterOne.version());
    assertEquals(first.decision(), afterOne.decision());

    var afterTwo = comments.undo(id(1), "Ida", 3);
    assertEquals(HOLD, afterTwo.state());
    assertEquals(Optional.empty(), afterTwo.decision());

    assertThrows(IllegalStateException.class, () -> comments.undo(id(1), "Ida", 4));
    assertEquals(Optional.of(afterTwo), comments.find(id(1)));
  }

  @Test
  default void undo_afterUndoAndDecision_takesBackTheNewOne() {
    var comments = database().comments();
    comments.record(comment(id(1)), verdict(HOLD));
    comments.decide(id(1), APPROVE, "Eva", "", 0);
    comments.undo(id(1), "Eva", 1);
    comments.decide(id(1), REJECT, "Eva", "", 2);
    var undone = comments.undo(id(1), "Eva", 3);
    assertEquals(HOLD, undone.state());
    assertEquals(Optional.empty(), undone.decision());
    assertEquals(4, undone.version());
  }

  @Test
  default void undo_staleVersion_isRefused() {
    var comments = database().comments();
    comments.record(comment(id(1)), verdict(HOLD));
    comments.decide(id(1), APPROVE, "Eva", "", 0);
    var late = assertThrows(DecidedMeanwhileException.class, () -> comments.undo(id(1), "Ben", 0));
    assertEquals("Eva", late.who());
  }

  @Test
  default void history_decisionsAndUndos_tellsEachInOrder() {
    var comments = database().comments();
    comments.record(comment(id(1)), verdict(HOLD));
    comments.record(comment(id(2)), verdict(HOLD));
    comments.decide(id(1), APPROVE, "Eva", "fair point", 0);
    comments.undo(id(1), "Ben", 1);
    comments.decide(id(1), REJECT, "Ida", "", 2);
    comments.decide(id(2), APPROVE, "Eva", "another comment", 0);

    assertEquals(
        List.of(
            new Change(new Decision(id(1), HOLD, APPROVE, "Eva", NOON, "fair point"), false),
            new Change(new Decision(id(1), APPROVE, HOLD, "Ben", NOON, ""), true),
            new Change(new Decision(id(1), HOLD, REJECT, "Ida", NOON, ""), false)),
        comments.history(id(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "01999999-0000-7000-8000-000000000000"})
  default void history_nothingDecided_isEmpty(String id) {
    assertEquals(List.of(), database().comments().history(id));
  }

  private static Author author(String email) {
    return new Author("Ada", email, "", "::1");
  }

  private static List<String> ids(List<StoredComment> comments) {
    return comments.stream().map(stored -> stored.comment().id()).toList();
  }
}
