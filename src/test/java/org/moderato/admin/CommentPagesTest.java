package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moderato.admin.Samples.ADA;
import static org.moderato.admin.Samples.comment;
import static org.moderato.admin.Samples.id;
import static org.moderato.admin.Samples.verdict;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.rule.Outcome;

final class CommentPagesTest {
  private static final String PAGE = "/desk/comments/" + id(1);

  @TempDir private Path home;
  private Desk desk;
  private Desk.Browser eva;

  @BeforeEach
  void start() throws Exception {
    desk = new Desk(home, Set.of());
    desk.database()
        .comments()
        .record(comment(id(1), ADA, Samples.TEXT, Desk.NOON), verdict(Outcome.HOLD));
    desk.pass(Duration.ofMinutes(5));
    eva = desk.signedIn("Eva");
  }

  @AfterEach
  void stop() throws Exception {
    desk.stop();
  }

  @ParameterizedTest
  @CsvSource({"approve, APPROVE, Approved", "reject, REJECT, Rejected"})
  void decide_fromTheQueue_changesTheStateAndTellsIt(String action, Outcome state, String notice)
      throws Exception {
    var answer = eva.submit("/desk", PAGE + "/" + action, Map.of("note", " fair enough "));
    assertEquals(303, answer.statusCode());
    String back = answer.headers().firstValue("Location").orElseThrow();
    assertEquals("/desk?done=" + id(1), back);

    var stored = desk.database().comments().find(id(1)).orElseThrow();
    assertEquals(state, stored.state());
    assertEquals("Eva", stored.decision().orElseThrow().by());
    assertEquals("fair enough", stored.decision().orElseThrow().note());
    var entry = desk.database().audit().latest(Long.MAX_VALUE, 1).get(0);
    assertEquals(
        "Eva decided hold to " + action,
        entry.actor() + " " + entry.action() + " " + entry.detail());
    assertEquals(id(1), entry.commentId());

    var queue = eva.page(back);
    assertEquals(notice + ": the comment by Ada.", queue.select(".notice p").text());
    assertEquals(0, queue.select(".card").size());
  }

  @Test
  void undo_fromTheNotice_holdsItAgain() throws Exception {
    eva.submit("/desk", PAGE + "/approve", Map.of());
    var answer = eva.submit("/desk?done=" + id(1), PAGE + "/undo", Map.of());
    assertEquals(303, answer.statusCode());
    assertEquals(Outcome.HOLD, desk.database().comments().find(id(1)).orElseThrow().state());

    var queue = eva.page(answer.headers().firstValue("Location").orElseThrow());
    assertEquals(
        "Taken back: it is held again: the comment by Ada.", queue.select(".notice p").text());
    assertEquals(0, queue.select(".notice form").size());
    assertEquals(1, queue.select(".card").size());
  }

  @Test
  void decide_fromItsOwnPage_comesBackToIt() throws Exception {
    var answer = eva.submit(PAGE, PAGE + "/reject", Map.of());
    assertEquals(PAGE + "?done=" + id(1), answer.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void decide_backToAnotherSite_goesToTheQueue() throws Exception {
    var answer = eva.submit(PAGE, PAGE + "/reject", Map.of("back", "https://evil.example/desk"));
    assertEquals("/desk?done=" + id(1), answer.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void decide_decidedMeanwhile_is409WithWhoAndWhen() throws Exception {
    var page = eva.page("/desk");
    desk.signedIn("Ben").submit("/desk", PAGE + "/approve", Map.of());
    desk.pass(Duration.ofMinutes(2));
    var answer = eva.submit(page, PAGE + "/reject", Map.of());
    assertEquals(409, answer.statusCode());
    assertTrue(
        answer
            .body()
            .contains("Ben decided about this comment 2 minutes ago (23 Nov 2026, 12:05:00 Z)."),
        answer.body());
    assertTrue(answer.body().contains("href=\"" + PAGE + "\""));
    assertEquals(Outcome.APPROVE, desk.database().comments().find(id(1)).orElseThrow().state());
  }

  @Test
  void undo_undoneMeanwhile_is409() throws Exception {
    eva.submit("/desk", PAGE + "/approve", Map.of());
    var page = eva.page(PAGE);
    desk.signedIn("Ben").submit(PAGE, PAGE + "/undo", Map.of());
    var answer = eva.submit(page, PAGE + "/undo", Map.of());
    assertEquals(409, answer.statusCode());
    assertTrue(answer.body().contains("Ben decided about this comment"));
  }

  @Test
  void undo_nothingDecided_is409() throws Exception {
    var page = eva.page(PAGE);
    String token = page.select("input[name=form-token]").val();
    var answer = eva.post(PAGE + "/undo", Map.of("version", "0", "form-token", token));
    assertEquals(409, answer.statusCode());
    assertTrue(answer.body().contains("There is nothing to take back"));
  }

  @ParameterizedTest
  @CsvSource({"1000, 303", "1001, 400"})
  void decide_longNote_countsCodePoints(int length, int status) throws Exception {
    var answer = eva.submit(PAGE, PAGE + "/reject", Map.of("note", "😀".repeat(length)));
    assertEquals(status, answer.statusCode());
  }

  @Test
  void show_comment_explainsTheVerdict() throws Exception {
    var page = eva.page(PAGE);
    assertEquals("fool", page.select(".words mark[title=heated newcomer]").text());
    assertEquals("You", page.select(".words mark[title=stricter tone]").text());
    assertEquals(Samples.TEXT, page.select(".words").get(0).wholeText());
    var why = page.select("aside > .whys .why");
    assertEquals(1, why.size());
    assertEquals("heated newcomer hold tone.yaml:9", why.select(".rule").text());
    assertEquals("A first comment that reads as an attack.", why.select(".because").text());
    assertEquals("toxicity 0.83, at least 0.60", why.select(".measures li").get(0).text());
    assertEquals("author.approved 0, exactly 0", why.select(".measures li").get(1).text());
    assertEquals(1, why.select("svg.bar").size());
    assertEquals("stricter tone would reject tone.yaml:9", page.select(".trials .rule").text());
    String facts = page.select("aside").text();
    for (String fact :
        new String[] {
          "language en",
          "toxicity 0.83",
          "rules-1",
          "models-1",
          id(1),
          "::1",
          "ada@example.org",
          "courier",
          "local",
          "23 Nov 2026, 12:00:00 Z"
        }) {
      assertTrue(facts.contains(fact), fact);
    }
  }

  @Test
  void show_history_tellsEveryStepWithItsNote() throws Exception {
    eva.submit(PAGE, PAGE + "/approve", Map.of("note", "a fair point"));
    desk.signedIn("Ben").submit(PAGE, PAGE + "/undo", Map.of());
    eva.submit(PAGE, PAGE + "/reject", Map.of());
    var steps = eva.page(PAGE).select(".history li").eachText();
    assertEquals(4, steps.size());
    assertEquals("moderato judged: held 5 minutes ago", steps.get(0));
    assertEquals("Eva decided: published just now a fair point", steps.get(1));
    assertEquals("Ben took back: held just now", steps.get(2));
    assertEquals("Eva decided: rejected just now", steps.get(3));
  }
}
