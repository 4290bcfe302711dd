package org.moderato.demo;

import static java.util.Objects.requireNonNull;

/**
 * What the page tells a reader about the comment that they just sent.
 *
 * @param kind a word for the style sheet: {@code held}, {@code rejected}, {@code published}
 * @param message one or two sentences; empty for no notice
 * @param text the comment's text as typed, where it is shown again; else empty
 */
public record Notice(String kind, String message, String text) {
  static final Notice NONE = new Notice("", "", "");

  public Notice {
    requireNonNull(kind);
    requireNonNull(message);
    requireNonNull(text);
  }
}
