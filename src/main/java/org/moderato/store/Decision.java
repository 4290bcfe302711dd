package org.moderato.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.moderato.rule.Outcome;

/**
 * What a person decided about a comment.
 *
 * @param commentId the comment
 * @param from what stood before
 * @param to what stands since
 * @param by the person's name
 * @param at when
 * @param note the person's own words; empty if none
 */
public record Decision(
    String commentId, Outcome from, Outcome to, String by, Instant at, String note) {
  public Decision {
    requireNonNull(commentId);
    requireNonNull(from);
    requireNonNull(to);
    requireNonNull(by);
    requireNonNull(at);
    requireNonNull(note);
  }
}
