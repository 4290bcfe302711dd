package org.moderato.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One line of the audit log.
 *
 * @param number rises with each entry; numbers may be missing
 * @param at when
 * @param actor who did it: a person's name, or {@link AuditLog#MODERATO}
 * @param action what was done, in a word or two, such as {@code judged}
 * @param commentId the comment it was done to; empty if none
 * @param detail more about it; never a reader's words
 */
public record AuditEntry(
    long number, Instant at, String actor, String action, String commentId, String detail) {
  public AuditEntry {
    requireNonNull(at);
    requireNonNull(actor);
    requireNonNull(action);
    requireNonNull(commentId);
    requireNonNull(detail);
  }
}
