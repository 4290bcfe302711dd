package org.moderato.check;

import static java.util.Objects.requireNonNull;

/**
 * An address of a web page that stands in a text.
 *
 * @param start its first unit in the folded view
 * @param end one past its last unit in the folded view
 * @param host the server's name in lower case, without {@code www.}
 */
public record Link(int start, int end, String host) {
  public Link {
    requireNonNull(host);
  }
}
