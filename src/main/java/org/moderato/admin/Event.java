package org.moderato.admin;

import java.time.Clock;
import org.moderato.rule.Outcome;
import org.moderato.store.AuditLog;
import org.moderato.store.Change;
import org.moderato.store.StoredComment;

/**
 * One step in the history of a comment, as its page shows it.
 *
 * @param at when
 * @param who a person's name, or {@code moderato}
 * @param what what they did
 * @param state what stood afterwards
 * @param note the person's words; may be empty
 */
public record Event(Moment at, String who, String what, Outcome state, String note) {

  static Event judged(StoredComment stored, Clock clock) {
    return new Event(
        Moment.of(stored.comment().submission().receivedAt(), clock),
        AuditLog.MODERATO,
        "judged",
        stored.verdict().outcome(),
        "");
  }

  static Event of(Change change, Clock clock) {
    var decision = change.decision();
    return new Event(
        Moment.of(decision.at(), clock),
        decision.by(),
        change.undo() ? "took back" : "decided",
        decision.to(),
        decision.note());
  }
}
