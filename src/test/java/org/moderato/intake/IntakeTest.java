package org.moderato.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.moderato.comment.Author;
import org.moderato.comment.Page;
import org.moderato.comment.Submission;
import org.moderato.facts.AuthorRecord;
import org.moderato.facts.Facts;
import org.moderato.rule.Outcome;
import org.moderato.store.Database;
import org.moderato.store.StoreSettings;
import org.moderato.store.StoredComment;
import org.moderato.verdict.Judge;
import org.moderato.verdict.Verdict;

final class IntakeTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String WORDS = "The mayor's ferret has resigned";

  private final Submission submission =
      new Submission(
          "courier",
          new Page("p1", "/trams", "news"),
          "",
          new Author("Ada", "ada@example.org", "", "192.0.2.1"),
          WORDS,
          NOW);

  private final Database database =
      Database.open(
          new StoreSettings("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", Duration.ofSeconds(2), 1),
          CLOCK);

  private final StringWriter log = new StringWriter();
  private final Logger logger = Logger.getLogger(Intake.class.getName());
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord logged) {
          log.append(logged.getMessage()).append('\n');
          if (logged.getThrown() != null) {
            logged.getThrown().printStackTrace(new PrintWriter(log, true));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void close() {
    logger.setUseParentHandlers(true);
    logger.removeHandler(handler);
    database.close();
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void submit_judged_storesCommentWithVerdict(Outcome outcome) {
    var verdict = new Verdict(outcome, List.of(), List.of(), "r1", "m1");
    Receipt receipt = intake((typed, facts) -> verdict).submit(submission);
    assertEquals(submission, receipt.comment().submission());
    assertEquals(verdict, receipt.verdict());
    assertEquals(
        Optional.of(new StoredComment(receipt.comment(), verdict, outcome, 0, Optional.empty())),
        database.comments().find(receipt.comment().id()));
  }

  static Stream<Outcome> outcomes() {
    return Stream.of(Outcome.values());
  }

  @Test
  void submit_judgeSeesTextAndFacts() {
    var texts = new ArrayList<String>();
    var facts = new ArrayList<Facts>();
    Intake intake =
        intake(
            (typed, known) -> {
              texts.add(typed);
              facts.add(known);
              return approve();
            });
    intake.submit(submission);
    intake.submit(submission);
    assertEquals(List.of(WORDS, WORDS), texts);
    assertEquals(List.of(facts(0), facts(1)), facts);
  }

  private Facts facts(int approved) {
    return new Facts(
        "courier", submission.page(), submission.author(), new AuthorRecord(approved, 0, 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void submit_judgeFails_holdsAndSaysSo(Judge failing, Class<? extends Throwable> logged) {
    Receipt receipt = intake(failing).submit(submission);
    assertEquals(Outcome.HOLD, receipt.verdict().outcome());
    assertEquals("moderato: could not judge", receipt.verdict().reasons().get(0).rule());
    assertEquals(
        List.of(receipt.comment()),
        database.comments().inState(Outcome.HOLD, "", 10).stream()
            .map(StoredComment::comment)
            .toList());
    assertTrue(log.toString().contains(receipt.comment().id()), log::toString);
    assertTrue(log.toString().contains(logged.getName()), log::toString);
    assertFalse(log.toString().contains("ferret"), log::toString);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            (Judge)
                (typed, facts) -> {
                  throw new IllegalStateException("cannot read '" + typed + "'");
                },
            IllegalStateException.class),
        Arguments.of(
            (Judge)
                (typed, facts) -> {
                  throw new IllegalStateException(
                      typed, new RuntimeException("by " + typed, new ClassCastException(typed)));
                },
            ClassCastException.class),
        Arguments.of((Judge) IntakeTest::recurse, StackOverflowError.class),
        Arguments.of(
            (Judge)
                (typed, facts) -> {
                  throw new NoClassDefFoundError(typed);
                },
            NoClassDefFoundError.class));
  }

  @Test
  void submit_storeGone_saysSoAndLogsTheIdButNoWords() {
    database.close();
    Intake intake = intake((typed, facts) -> approve());
    assertThrows(IntakeUnavailableException.class, () -> intake.submit(submission));
    assertTrue(log.toString().contains("was not stored"), log::toString);
    assertFalse(log.toString().contains("ferret"), log::toString);
  }

  @Test
  void submit_storeRefusesTheText_logsNoWords() {
    Intake intake = intake((typed, facts) -> approve());
    var impossible =
        new Submission(
            "courier", submission.page(), "", submission.author(), WORDS + "\0\ud800", NOW);
    assertThrows(IntakeUnavailableException.class, () -> intake.submit(impossible));
    assertFalse(log.toString().contains("ferret"), log::toString);
  }

  @SuppressWarnings("InfiniteRecursion")
  private static Verdict recurse(String typed, Facts facts) {
    return recurse(typed, facts);
  }

  private static Verdict approve() {
    return new Verdict(Outcome.APPROVE, List.of(), List.of(), "r1", "m1");
  }

  private Intake intake(Judge judge) {
    return new Intake(judge, database.comments(), CLOCK, new Random(1));
  }
}
