package org.moderato.demo;

import static java.util.Objects.requireNonNull;

/**
 * An article of the invented newspaper. Its words stand in its template.
 *
 * @param id what the comment form calls the page
 * @param path where it is, within this web application
 * @param template the page template that shows it
 */
record Article(String id, String path, String template) {
  Article {
    requireNonNull(id);
    requireNonNull(path);
    requireNonNull(template);
  }

  /** Returns the pattern that maps a servlet to its path; that of the root is empty. */
  String mapping() {
    return path.equals("/") ? "" : path;
  }
}
