package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moderato.admin.Samples.ADA;
import static org.moderato.admin.Samples.comment;
import static org.moderato.admin.Samples.id;
import static org.moderato.admin.Samples.verdict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.rule.Outcome;

final class ShelfTest {
  @TempDir private Path home;
  private Desk desk;

  @BeforeEach
  void start() throws Exception {
    desk = new Desk(home, Set.of());
  }

  @AfterEach
  void stop() throws Exception {
    desk.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "/desk, HOLD, true",
    "/desk/published, APPROVE, false",
    "/desk/rejected, REJECT, false"
  })
  void show_pageByPage_isCompleteAndInOrder(String path, Outcome state, boolean oldestFirst)
      throws Exception {
    add(1, 2 * Shelf.PAGE + 1, state);
    add(1_000, 1, state == Outcome.HOLD ? Outcome.REJECT : Outcome.HOLD);
    var eva = desk.signedIn("Eva");
    var seen = new ArrayList<String>();
    String next = path;
    int pages = 0;
    while (!next.isEmpty()) {
      var page = eva.page(next);
      seen.addAll(shown(page));
      next = page.select("a[rel=next]").attr("href");
      pages++;
    }
    var expected =
        new ArrayList<>(
            LongStream.rangeClosed(1, 2 * Shelf.PAGE + 1).mapToObj(Samples::id).toList());
    if (!oldestFirst) {
      Collections.reverse(expected);
    }
    assertEquals(expected, seen);
    assertEquals(3, pages);
  }

  @ParameterizedTest
  @CsvSource({"25, 0", "26, 1"})
  void show_fullPage_linksOnOnlyToMore(int comments, int links) throws Exception {
    add(1, comments, Outcome.HOLD);
    assertEquals(links, desk.signedIn("Eva").page("/desk").select("a[rel=next]").size());
  }

  @Test
  void show_queue_countsWhatWaits() throws Exception {
    add(1, 2, Outcome.HOLD);
    add(5, 1, Outcome.APPROVE);
    var page = desk.signedIn("Eva").page("/desk");
    assertEquals("(2) Held · Moderato", page.title());
    assertEquals("2", page.select("nav .count").text());
    assertTrue(page.select(".title").text().contains("2 comments wait, oldest first"));
  }

  @Test
  void show_emptyQueue_isKind() throws Exception {
    assertTrue(
        desk.signedIn("Eva").page("/desk").select(".empty").text().contains("Nothing waits."));
  }

  @Test
  void show_beyondTheEnd_leadsBack() throws Exception {
    add(1, 3, Outcome.HOLD);
    var page = desk.signedIn("Eva").page("/desk?from=" + id(3));
    assertEquals("/desk", page.select(".empty a").attr("href"));
    assertTrue(page.select(".empty").text().contains("the 3 that still wait"));
  }

  @ParameterizedTest
  @CsvSource({
    "HOLD, /desk, 'approve reject'",
    "APPROVE, /desk/published, reject",
    "REJECT, /desk/rejected, approve"
  })
  void show_card_offersWhatWouldChangeIt(Outcome state, String path, String buttons)
      throws Exception {
    add(1, 1, state);
    var page = desk.signedIn("Eva").page(path);
    assertEquals(
        List.of(buttons.split(" ", -1)),
        page.select(".actions button").stream().map(b -> b.className()).toList());
  }

  @Test
  void decide_onALaterPage_staysThere() throws Exception {
    add(1, 30, Outcome.HOLD);
    var eva = desk.signedIn("Eva");
    String second = "/desk?from=" + id(25);
    var answer = eva.submit(second, "/desk/comments/" + id(27) + "/approve", Map.of());
    assertEquals(second + "&done=" + id(27), answer.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void show_noticeOfWhatIsNot_isLeftOut() throws Exception {
    var page = desk.signedIn("Eva").page("/desk?done=%3Cscript%3E");
    assertEquals(0, page.select(".notice").size());
  }

  private void add(long first, int count, Outcome state) {
    for (long i = first; i < first + count; i++) {
      desk.database()
          .comments()
          .record(comment(id(i), ADA, Samples.TEXT, Desk.NOON), verdict(state));
    }
  }

  private static List<String> shown(Document page) {
    return page.select(".card").stream()
        .map(card -> card.attr("aria-labelledby").substring("by-".length()))
        .toList();
  }
}
