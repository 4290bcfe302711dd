package org.moderato.admin;

import java.util.Optional;
import org.moderato.store.Comments;
import org.moderato.store.StoredComment;

/**
 * What a page says about the comment that was just decided. It is read from the store, by the id in
 * the page's address: instances share nothing else, and a forged address can tell nothing untrue.
 *
 * @param what what happened
 * @param author who wrote the comment
 * @param id the comment's id
 * @param version for the undo
 * @param undoable whether a decision stands that can be taken back
 */
public record Notice(String what, String author, String id, int version, boolean undoable) {
  /** The parameter that holds the id. */
  static final String PARAMETER = "done";

  static Optional<Notice> of(Visit visit, Comments comments) {
    String id = visit.text(PARAMETER);
    return id.isEmpty() ? Optional.empty() : comments.find(id).map(Notice::of);
  }

  private static Notice of(StoredComment stored) {
    boolean decided = stored.decision().isPresent();
    String what =
        switch (stored.state()) {
          case APPROVE -> decided ? "Approved" : "Taken back: it stands approved";
          case HOLD -> decided ? "Held" : "Taken back: it is held again";
          case REJECT -> decided ? "Rejected" : "Taken back: it stands rejected";
        };
    return new Notice(
        what,
        stored.comment().submission().author().name(),
        stored.comment().id(),
        stored.version(),
        decided);
  }
}
