package org.moderato.admin;

import static java.util.Objects.requireNonNull;

/**
 * What stands around every page of the desk.
 *
 * @param base the application's context path, put before every link
 * @param title the page's title
 * @param here the page's own path, as a {@link DeskPath}; marks its place in the navigation and is
 *     where forms come back to
 * @param person who is signed in, or empty
 * @param formToken goes into every form
 * @param held how many comments wait for somebody
 */
public record Frame(
    String base, String title, String here, String person, String formToken, int held) {
  public Frame {
    requireNonNull(base);
    requireNonNull(title);
    requireNonNull(here);
    requireNonNull(person);
    requireNonNull(formToken);
  }

  /** Returns whether a page of the navigation is the one that is shown. */
  public boolean isAt(String path) {
    return here.equals(path) || here.startsWith(path + "?");
  }
}
