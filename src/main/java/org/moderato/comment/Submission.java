package org.moderato.comment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a reader posted, exactly as the site sent it: not trimmed, not escaped, not trusted.
 *
 * @param site the name of the site in {@code moderato.yaml}
 * @param page the page that it was posted under
 * @param parent the site's id of the comment that it answers, or empty
 * @param author who wrote it
 * @param body the text as typed
 * @param receivedAt when the request arrived
 */
public record Submission(
    String site, Page page, String parent, Author author, String body, Instant receivedAt) {
  public Submission {
    requireNonNull(site);
    requireNonNull(page);
    requireNonNull(parent);
    requireNonNull(author);
    requireNonNull(body);
    requireNonNull(receivedAt);
  }
}
