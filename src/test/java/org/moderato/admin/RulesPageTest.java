package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderato.config.Place;
import org.moderato.config.Problem;

final class RulesPageTest {
  private static final RulesStatus.Book BOOK =
      new RulesStatus.Book(
          "9f3c2a71", Desk.NOON.minus(Duration.ofHours(2)), List.of("spam.yaml", "tone.yaml"));
  private static final Problem PROBLEM =
      new Problem(new Place("tone.yaml", 3, 11), "unknown symbol 'shoutng'");

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

  @Test
  void show_liveBook_tellsDigestFilesAndSince() throws Exception {
    String page = show(new RulesStatus(Optional.of(BOOK), List.of(), Optional.empty()));
    assertTrue(page.contains("23 Nov 2026, 10:00:00 Z, 2 hours ago"), page);
    assertTrue(page.contains("9f3c2a71"), page);
    assertTrue(page.contains("spam.yaml tone.yaml"), page);
    assertFalse(page.contains("cannot go live"), page);
  }

  @Test
  void show_failedReload_tellsWhatWhereAndThatTheOldOnesJudge() throws Exception {
    String page =
        show(
            new RulesStatus(
                Optional.of(BOOK),
                List.of(PROBLEM),
                Optional.of(Desk.NOON.minus(Duration.ofMinutes(3)))));
    assertTrue(page.contains("tone.yaml:3:11 unknown symbol 'shoutng'"), page);
    assertTrue(page.contains("They were tried 3 minutes ago."), page);
    assertTrue(page.contains("The rules that were live before still judge."), page);
    assertTrue(page.contains("Live still"), page);
  }

  @Test
  void show_noBookAtAll_saysThatEverythingIsHeld() throws Exception {
    String broken =
        show(new RulesStatus(Optional.empty(), List.of(PROBLEM), Optional.of(Desk.NOON)));
    assertTrue(broken.contains("There were none before, so every comment is held."), broken);
    String none = show(new RulesStatus(Optional.empty(), List.of(), Optional.empty()));
    assertTrue(none.contains("There is no rule book: every comment is held."), none);
    assertEquals(false, none.contains("cannot go live"));
  }

  private String show(RulesStatus status) throws Exception {
    desk.setRules(status);
    return desk.signedIn("Eva").page("/desk/rules").select("main").text();
  }
}
