package org.moderato.comment;

import static java.util.Objects.requireNonNull;

/**
 * Who wrote a comment, as far as the form told. Nothing in it is verified; a field that the reader
 * left out is empty.
 *
 * @param name what the reader typed as name
 * @param email what the reader typed as e-mail address; private, shown to moderators only
 * @param url what the reader typed as web site
 * @param address the network address that the request came from; private
 */
public record Author(String name, String email, String url, String address) {
  public Author {
    requireNonNull(name);
    requireNonNull(email);
    requireNonNull(url);
    requireNonNull(address);
  }
}
