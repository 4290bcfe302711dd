package org.moderato.demo;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A published comment as the page shows it. All words in it are the reader's: hostile.
 *
 * @param id the comment's id
 * @param author who wrote it
 * @param link the author's web site, http or https; empty if none that can be linked to
 * @param body the text as typed
 * @param posted when it arrived, for machines (ISO 8601)
 * @param when when it arrived, for people
 * @param replies the comments that answer it, oldest first
 */
public record Letter(
    String id,
    String author,
    String link,
    String body,
    String posted,
    String when,
    List<Letter> replies) {
  public Letter {
    requireNonNull(id);
    requireNonNull(author);
    requireNonNull(link);
    requireNonNull(body);
    requireNonNull(posted);
    requireNonNull(when);
    replies = List.copyOf(replies);
  }
}
