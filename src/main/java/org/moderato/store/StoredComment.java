package org.moderato.store;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.moderato.comment.Comment;
import org.moderato.rule.Outcome;
import org.moderato.verdict.Verdict;

/**
 * A comment as the store holds it.
 *
 * @param comment what the site sent
 * @param verdict what the judge said when it arrived; it never changes
 * @param state what stands now: the verdict's outcome, or what a person made of it
 * @param version counts the changes of {@code state} from 0; whoever changes it names the version
 *     that they saw
 * @param decision the decision that stands, if a person made one and it was not taken back
 */
public record StoredComment(
    Comment comment, Verdict verdict, Outcome state, int version, Optional<Decision> decision) {
  public StoredComment {
    requireNonNull(comment);
    requireNonNull(verdict);
    requireNonNull(state);
    requireNonNull(decision);
  }
}
