package org.moderato.intake;

import static java.util.Objects.requireNonNull;

import org.moderato.comment.Comment;
import org.moderato.verdict.Verdict;

/**
 * Proof that a comment was judged and is stored.
 *
 * @param comment the submission under its new id
 * @param verdict what became of it
 */
public record Receipt(Comment comment, Verdict verdict) {
  public Receipt {
    requireNonNull(comment);
    requireNonNull(verdict);
  }
}
