package org.moderato.command;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * One entry of an archive of comments.
 *
 * @param line the line of the file that it starts on, from 1; a header counts as a line
 * @param text the comment as typed
 * @param labels what people said about it, by the label's name, where the archive tells
 * @param error why it could not be read, or empty; then there is no text
 */
record Row(long line, String text, Map<String, Boolean> labels, String error) {
  Row {
    requireNonNull(text);
    labels = Map.copyOf(labels);
    requireNonNull(error);
  }

  static Row broken(long line, String error) {
    return new Row(line, "", Map.of(), error);
  }

  boolean isBroken() {
    return !error.isEmpty();
  }
}
