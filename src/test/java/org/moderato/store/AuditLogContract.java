package org.moderato.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.moderato.rule.Outcome.APPROVE;
import static org.moderato.rule.Outcome.HOLD;
import static org.moderato.rule.Outcome.REJECT;
import static org.moderato.store.Samples.NOON;
import static org.moderato.store.Samples.comment;
import static org.moderato.store.Samples.id;
import static org.moderato.store.Samples.verdict;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moderato.verdict.Verdict;

/** What {@link AuditLog} promises on every database. */
interface AuditLogContract {
  /** Returns a database without rows. */
  Database database();

  @Test
  default void latest_afterALife_tellsItNewestFirst() {
    var comments = database().comments();
    comments.record(comment(id(1)), verdict(HOLD));
    comments.decide(id(1), APPROVE, "Eva", "a private remark", 0);
    comments.undo(id(1), "Ben", 1);
    database().audit().add("Eva", "signed in", "", "from ::1");

    var told =
        database().audit().latest(Long.MAX_VALUE, 10).stream()
            .map(e -> List.of(e.at().toString(), e.actor(), e.action(), e.commentId(), e.detail()))
            .toList();
    String noon = NOON.toString();
    assertEquals(
        List.of(
            List.of(noon, "Eva", "signed in", "", "from ::1"),
            List.of(noon, "Ben", "took back", id(1), "approve to hold"),
            List.of(noon, "Eva", "decided", id(1), "hold to approve"),
            List.of(noon, "moderato", "judged", id(1), "hold by heated newcomer (tone.yaml:9)")),
        told);
  }

  @Test
  default void latest_ofAVerdictWithoutRule_namesTheOutcomeAlone() {
    database().comments().record(comment(id(1)), new Verdict(REJECT, List.of(), List.of(), "", ""));
    assertEquals("reject", database().audit().latest(Long.MAX_VALUE, 1).get(0).detail());
  }

  @Test
  default void latest_pageByPage_isComplete() {
    for (int i = 1; i <= 5; i++) {
      database().audit().add("Eva", "did", "", "thing " + i);
    }
    var details = new ArrayList<String>();
    long before = Long.MAX_VALUE;
    List<AuditEntry> page;
    do {
      page = database().audit().latest(before, 2);
      page.forEach(e -> details.add(e.detail()));
      before = page.get(page.size() - 1).number();
    } while (page.size() == 2);
    assertEquals(List.of("thing 5", "thing 4", "thing 3", "thing 2", "thing 1"), details);
  }

  @Test
  default void add_idThatIsNone_isRefused() {
    assertThrows(
        StoreException.class, () -> database().audit().add("Eva", "did", "no-uuid", "thing"));
  }

  @Test
  default void add_nul_isRefused() {
    assertThrows(StoreException.class, () -> database().audit().add("Eva", "did", "", "\0"));
  }
}
