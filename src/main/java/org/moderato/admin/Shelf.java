package org.moderato.admin;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.moderato.rule.Outcome;
import org.moderato.store.Comments;
import org.moderato.store.StoredComment;

/**
 * A list of all comments in one state: the queue, the published, the rejected. Pages are cut by the
 * last id seen, so a comment that is decided meanwhile shifts nothing.
 */
final class Shelf {
  static final int PAGE = 25;

  private final Outcome state;
  private final String path;
  private final Comments comments;
  private final Clock clock;

  private Shelf(Outcome state, String path, Comments comments, Clock clock) {
    this.state = state;
    this.path = path;
    this.comments = comments;
    this.clock = clock;
  }

  static Shelf queue(Comments comments, Clock clock) {
    return new Shelf(Outcome.HOLD, DeskPath.QUEUE, comments, clock);
  }

  static Shelf published(Comments comments, Clock clock) {
    return new Shelf(Outcome.APPROVE, "/desk/published", comments, clock);
  }

  static Shelf rejected(Comments comments, Clock clock) {
    return new Shelf(Outcome.REJECT, "/desk/rejected", comments, clock);
  }

  void show(Visit visit) throws IOException {
    String from = visit.text("from");
    List<StoredComment> found = list(from);
    List<StoredComment> page = found.subList(0, Math.min(PAGE, found.size()));
    String here = from.isEmpty() ? path : DeskPath.orQueue(DeskPath.with(path, "from", from));
    visit.show(
        200,
        state == Outcome.HOLD ? "queue" : "shelf",
        title(),
        here,
        Map.of(
            "notice", Notice.of(visit, comments),
            "cards", page.stream().map(stored -> Card.of(stored, clock)).toList(),
            "path", path,
            "first", from.isEmpty(),
            "next", found.size() > PAGE ? page.get(PAGE - 1).comment().id() : ""));
  }

  /** People work off the queue from its oldest end; what is done is looked at from the newest. */
  private List<StoredComment> list(String from) {
    return state == Outcome.HOLD
        ? comments.inState(state, from, PAGE + 1)
        : comments.latestInState(state, from, PAGE + 1);
  }

  private String title() {
    return switch (state) {
      case HOLD -> "Held";
      case APPROVE -> "Published";
      case REJECT -> "Rejected";
    };
  }
}
