package org.moderato.comment;

import static java.util.Objects.requireNonNull;

/**
 * The page that a comment stands under.
 *
 * @param id the site's own name for the page, such as WordPress's {@code comment_post_ID}
 * @param url where readers see the page: a path on the site, or empty where the site did not tell
 * @param section the part of the paper, such as {@code opinion}, or empty where it is not known
 */
public record Page(String id, String url, String section) {
  public Page {
    requireNonNull(id);
    requireNonNull(url);
    requireNonNull(section);
  }
}
