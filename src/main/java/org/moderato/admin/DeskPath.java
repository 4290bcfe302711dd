package org.moderato.admin;

import java.util.regex.Pattern;

/**
 * A page of the desk to go back to, as a form or an address names it. Whatever could lead anywhere
 * else is replaced by the queue, so no link into the desk can send a moderator to another site.
 */
final class DeskPath {
  static final String QUEUE = "/desk";

  /** Plain characters alone: no dot, so no way up; no second slash in a row, so no other host. */
  private static final Pattern ALLOWED =
      Pattern.compile("/desk(?:/[A-Za-z0-9-]{1,64}){0,3}(?:\\?[A-Za-z0-9=&-]{0,200})?");

  private DeskPath() {}

  /** Returns the path, which begins at the application's root, or the queue's. */
  static String orQueue(String path) {
    return ALLOWED.matcher(path).matches() ? path : QUEUE;
  }

  /** Returns a path with one more parameter; neither part needs escaping. */
  static String with(String path, String name, String value) {
    return path + (path.indexOf('?') < 0 ? '?' : '&') + name + '=' + value;
  }
}
