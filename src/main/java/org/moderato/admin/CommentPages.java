package org.moderato.admin;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.moderato.rule.Outcome;
import org.moderato.store.Change;
import org.moderato.store.Comments;
import org.moderato.store.StoredComment;

/** One comment with its whole history, and the decisions about it. */
final class CommentPages {
  static final int LONGEST_NOTE = 1_000;

  private final Comments comments;
  private final Clock clock;

  CommentPages(Comments comments, Clock clock) {
    this.comments = comments;
    this.clock = clock;
  }

  void show(Visit visit, String id) throws IOException {
    StoredComment stored = find(id);
    visit.show(
        200,
        "comment",
        "Comment",
        path(stored),
        Map.of(
            "notice", Notice.of(visit, comments),
            "card", Card.of(stored, clock),
            "events", events(stored)));
  }

  /** Approves or rejects in the visitor's name. */
  void decide(Visit visit, String id, Outcome to) {
    StoredComment stored = find(id);
    String note = Forms.words(visit.request(), "note", LONGEST_NOTE, "The note");
    comments.decide(
        stored.comment().id(), to, visit.person(), note, Forms.number(visit.request(), "version"));
    goBack(visit, stored);
  }

  /** Takes back the decision that stands. */
  void undo(Visit visit, String id) {
    StoredComment stored = find(id);
    int version = Forms.number(visit.request(), "version");
    if (stored.decision().isEmpty() && version == stored.version()) {
      throw Refusal.nothingToUndo();
    }
    comments.undo(stored.comment().id(), visit.person(), version);
    goBack(visit, stored);
  }

  private StoredComment find(String id) {
    return comments
        .find(id)
        .orElseThrow(
            () -> Refusal.notFound("There is no comment with this address, or no longer."));
  }

  private List<Event> events(StoredComment stored) {
    var events = new ArrayList<Event>();
    events.add(Event.judged(stored, clock));
    for (Change change : comments.history(stored.comment().id())) {
      events.add(Event.of(change, clock));
    }
    return events;
  }

  private static String path(StoredComment stored) {
    return "/desk/comments/" + stored.comment().id();
  }

  private static void goBack(Visit visit, StoredComment stored) {
    String back = DeskPath.orQueue(visit.text("back"));
    visit.goTo(DeskPath.with(back, Notice.PARAMETER, stored.comment().id()));
  }
}
