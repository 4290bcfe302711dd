package org.moderato.text;

/**
 * A stretch of the text as typed, in UTF-16 units.
 *
 * @param start the first unit, counted from 0
 * @param end one past the last unit, at least {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "span must be 0 <= start <= end, was " + start + "," + end);
    }
  }

  public boolean isEmpty() {
    return start == end;
  }
}
