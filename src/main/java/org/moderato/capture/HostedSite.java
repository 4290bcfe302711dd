package org.moderato.capture;

import java.util.Optional;

/**
 * A site whose pages this application shows itself, so that messages to readers can stand on the
 * page that they wrote under. Thread-safe.
 */
public interface HostedSite {
  /** Returns the site's name in {@code moderato.yaml}. */
  String name();

  /**
   * Returns where a page is, as a path within this web application; empty if there is no such page.
   *
   * @param pageId what the form calls the page
   */
  Optional<String> pathOf(String pageId);
}
