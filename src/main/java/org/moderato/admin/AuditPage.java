package org.moderato.admin;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.moderato.store.AuditEntry;
import org.moderato.store.AuditLog;

/** Who did what, newest first. */
final class AuditPage {
  static final int PAGE = 50;

  private final AuditLog audit;
  private final Clock clock;

  AuditPage(AuditLog audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  void show(Visit visit) throws IOException {
    long before = before(visit.text("before"));
    List<AuditEntry> found = audit.latest(before, PAGE + 1);
    List<AuditEntry> page = found.subList(0, Math.min(PAGE, found.size()));
    visit.show(
        200,
        "audit",
        "Log",
        "/desk/audit",
        Map.of(
            "lines",
            page.stream().map(this::line).toList(),
            "first",
            before == Long.MAX_VALUE,
            "next",
            found.size() > PAGE ? page.get(PAGE - 1).number() : 0L));
  }

  private AuditLine line(AuditEntry entry) {
    return new AuditLine(
        entry.number(),
        Moment.of(entry.at(), clock),
        entry.actor(),
        entry.action(),
        entry.commentId(),
        entry.detail());
  }

  private static long before(String number) {
    try {
      return number.isEmpty() ? Long.MAX_VALUE : Long.parseLong(number);
    } catch (NumberFormatException e) {
      throw Refusal.malformed("The log's pages are numbered; '" + number + "' is no number.");
    }
  }
}
