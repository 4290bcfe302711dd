package org.moderato.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;

final class LiveRulesTest {
  private static final String HOLD = "rules: [{name: a, when: links > 0, then: hold}]";
  private static final String REJECT = "rules: [{name: a, when: links > 0, then: reject}]";
  private static final String BROKEN = "rules: [{name: a, when: lins > 0, then: reject}]";

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  @TempDir Path temp;

  private final List<String> announced = new ArrayList<>();

  private LiveRules live(RuleFolder folder) {
    return new LiveRules(folder.files(), CLOCK, book -> announced.add(verdict(book)));
  }

  private static String verdict(RuleBook book) {
    return RuleFolder.weigh(book, "See a.org").outcome().word();
  }

  private static String verdict(LiveRules live) {
    return live.status().live().map(l -> verdict(l.book())).orElse("none");
  }

  private static String problems(LiveRules live) {
    return String.join("\n", live.status().problems().stream().map(Object::toString).toList());
  }

  @Test
  void look_change_goesLiveOnceSettled() {
    var folder = RuleFolder.in(temp).write("r.yaml", HOLD);
    try (var live = live(folder)) {
      folder.write("r.yaml", REJECT);
      live.look();
      assertEquals("hold", verdict(live), "seen once");
      live.look();
      assertEquals("reject", verdict(live), "seen twice");
      live.look();
      assertEquals(List.of("hold", "reject"), announced);
    }
  }

  @Test
  void look_fileWrittenInSteps_waitsForTheLast() {
    var folder = RuleFolder.in(temp).write("r.yaml", HOLD);
    try (var live = live(folder)) {
      for (int length : new int[] {0, 10, 30, REJECT.length()}) {
        folder.write("r.yaml", REJECT.substring(0, length));
        live.look();
        assertEquals("hold", verdict(live));
        assertEquals("", problems(live));
      }
      live.look();
      assertEquals("reject", verdict(live));
    }
  }

  @Test
  void look_mistake_keepsTheOldBookAndTellsUntilMended() {
    var folder = RuleFolder.in(temp).write("r.yaml", HOLD);
    try (var live = live(folder)) {
      folder.write("r.yaml", BROKEN);
      settle(live);
      assertEquals("hold", verdict(live));
      assertEquals(
          "rules/r.yaml:1:25: unknown symbol 'lins'; did you mean 'links'?", problems(live));
      folder.write("r.yaml", REJECT);
      settle(live);
      assertEquals("reject", verdict(live));
      assertEquals("", problems(live));
    }
  }

  @Test
  void look_changeTakenBack_tellsNoProblemAndNoNewBook() {
    var folder = RuleFolder.in(temp).write("r.yaml", HOLD);
    try (var live = live(folder)) {
      folder.write("r.yaml", BROKEN);
      settle(live);
      folder.write("r.yaml", HOLD);
      settle(live);
      assertEquals("", problems(live));
      assertEquals(List.of("hold"), announced);
    }
  }

  @Test
  void look_mistakeInOneOfTwoFiles_takesUpNeither() {
    var folder = RuleFolder.in(temp).write("r.yaml", HOLD);
    try (var live = live(folder)) {
      folder.write("r.yaml", REJECT).write("s.yaml", "rules: [{name: b}]");
      settle(live);
      assertEquals("hold", verdict(live));
    }
  }

  @Test
  void look_failingTest_keepsTheOldBook() {
    var folder = RuleFolder.in(temp).write("r.yaml", HOLD);
    try (var live = live(folder)) {
      folder.write("r.yaml", REJECT + "\ntests: [{comment: a.org, expect: hold}]");
      settle(live);
      assertEquals("hold", verdict(live));
      assertEquals("rules/r.yaml:2:9: expected hold, got reject by 'a' (links 1)", problems(live));
    }
  }

  @Test
  void look_changedWordList_goesLive() {
    var folder =
        RuleFolder.in(temp)
            .write("r.yaml", "rules: [{name: a, words: lists/w.txt, then: hold}]")
            .write("lists/w.txt", "crook");
    try (var live = live(folder)) {
      assertEquals("approve", verdict(live));
      folder.write("lists/w.txt", "see");
      settle(live);
      assertEquals("hold", verdict(live));
    }
  }

  @Test
  void look_newAndVanishedFiles_countAsChanges() {
    var folder = RuleFolder.in(temp).write("r.yaml", HOLD);
    try (var live = live(folder)) {
      folder.write("s.yaml", REJECT.replace("name: a", "name: b"));
      settle(live);
      assertEquals("reject", verdict(live));
      folder.delete("s.yaml");
      settle(live);
      assertEquals("hold", verdict(live));
      folder.delete("r.yaml");
      settle(live);
      assertEquals("hold", verdict(live), "an empty folder is a mistake");
      assertEquals("rules: there is no rule in any *.yaml here", problems(live));
    }
  }

  @Test
  void look_vanishedFolder_keepsTheOldBookUntilItIsBack() throws IOException {
    var folder = RuleFolder.in(temp).write("r.yaml", HOLD);
    try (var live = live(folder)) {
      var away = temp.resolve("away");
      Files.move(folder.path(), away);
      settle(live);
      assertEquals("hold", verdict(live));
      assertTrue(problems(live).startsWith("rules: no such folder: "), problems(live));
      Files.move(away, folder.path());
      settle(live);
      assertEquals("", problems(live));
    }
  }

  @Test
  void new_folderWithMistake_hasNoBookUntilMended() {
    var folder = RuleFolder.in(temp).write("r.yaml", BROKEN);
    try (var live = live(folder)) {
      assertEquals("none", verdict(live));
      assertEquals(1, live.status().problems().size());
      folder.write("r.yaml", HOLD);
      settle(live);
      assertEquals("hold", verdict(live));
      assertEquals(List.of("hold"), announced);
    }
  }

  @Test
  void look_listenerThatThrows_keepsTheOldBookAndTheWatch() {
    var folder = RuleFolder.in(temp).write("r.yaml", HOLD);
    try (var live =
        new LiveRules(
            folder.files(),
            CLOCK,
            book -> {
              if (verdict(book).equals("reject")) {
                throw new IllegalStateException("no judge");
              }
            })) {
      folder.write("r.yaml", REJECT);
      settle(live);
      assertEquals("hold", verdict(live));
      assertEquals("rules: cannot be taken up; the log tells more", problems(live));
      folder.write("r.yaml", HOLD + "\n");
      settle(live);
      assertEquals("", problems(live));
    }
  }

  @Test
  void reload_change_goesLiveAtOnce() {
    var folder = RuleFolder.in(temp).write("r.yaml", HOLD);
    try (var live = live(folder)) {
      folder.write("r.yaml", REJECT);
      live.reload();
      assertEquals("reject", verdict(live));
    }
  }

  @Test
  void watch_looksEvery400msUntilClosed() {
    var timer = mock(ScheduledExecutorService.class);
    var watch = mock(ScheduledFuture.class);
    var look = ArgumentCaptor.forClass(Runnable.class);
    doReturn(watch).when(timer).scheduleWithFixedDelay(any(), anyLong(), anyLong(), any());
    var folder = RuleFolder.in(temp).write("r.yaml", HOLD);
    try (var live = live(folder)) {
      live.watch(timer);
      verify(timer)
          .scheduleWithFixedDelay(look.capture(), eq(400L), eq(400L), eq(TimeUnit.MILLISECONDS));
      assertThrows(IllegalStateException.class, () -> live.watch(timer));
      folder.write("r.yaml", REJECT);
      look.getValue().run();
      look.getValue().run();
      assertEquals("reject", verdict(live));
    }
    verify(watch).cancel(false);
  }

  @Test
  void status_mistakeAfterALiveBook_tellsBothWithTheirTimes() {
    var folder = RuleFolder.in(temp).write("r.yaml", HOLD).write("lists/a.txt", "word");
    try (var live = live(folder)) {
      assertEquals(Optional.empty(), live.status().failedAt());
      folder.write("r.yaml", BROKEN);
      settle(live);
      var book = live.status().live().orElseThrow();
      assertEquals(NOON, book.since());
      assertEquals(List.of("lists/a.txt", "r.yaml"), book.files());
      assertEquals(Optional.of(NOON), live.status().failedAt());
    }
  }

  /** Looks as often as a change needs to go live. */
  private static void settle(LiveRules live) {
    live.look();
    live.look();
  }
}
