package org.moderato.comment;

import static java.util.Objects.requireNonNull;

/**
 * A submission that has been given an identity.
 *
 * @param id a version 7 UUID (RFC 9562) in its usual text form, so ids sort by the time of arrival
 * @param submission what the site sent
 */
public record Comment(String id, Submission submission) {
  public Comment {
    requireNonNull(id);
    requireNonNull(submission);
  }
}
