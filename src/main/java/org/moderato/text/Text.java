package org.moderato.text;

import static java.util.Objects.checkFromToIndex;
import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A comment's text in two views: as typed, and folded for comparison. Made by {@link Normaliser};
 * immutable.
 *
 * <p>Every position of the folded view maps back to the typed view, so whatever a check sees can be
 * marked in the reader's own words.
 */
public final class Text {
  private final String typed;
  private final String folded;

  /** For each unit of {@code folded}, where its source starts and ends; null if they are equal. */
  private final int @Nullable [] starts;

  private final int @Nullable [] ends;

  Text(String typed, String folded, int @Nullable [] starts, int @Nullable [] ends) {
    this.typed = requireNonNull(typed);
    this.folded = requireNonNull(folded);
    this.starts = starts;
    this.ends = ends;
  }

  /** Returns the text exactly as the reader typed it. */
  public String typed() {
    return typed;
  }

  /**
   * Returns the text under Unicode's NFKC_Casefold (UAX #44): compatibility forms and case are
   * gone, and so are characters that show nothing, such as zero-width spaces and bidirectional
   * controls.
   */
  public String folded() {
    return folded;
  }

  /** Returns whether nothing is left that a reader could see. */
  public boolean isBlank() {
    return folded
        .codePoints()
        .allMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
  }

  /** Returns the span of the whole typed text. */
  public Span whole() {
    return new Span(0, typed.length());
  }

  /**
   * Returns where a stretch of the folded view came from.
   *
   * @param start first unit in the folded view
   * @param end one past the last unit in the folded view
   * @throws IndexOutOfBoundsException unless {@code 0 <= start <= end <= folded().length()}
   */
  public Span typedSpan(int start, int end) {
    checkFromToIndex(start, end, folded.length());
    if (starts == null || ends == null) {
      return new Span(start, end);
    }
    if (start == end) {
      int at = start == folded.length() ? typed.length() : starts[start];
      return new Span(at, at);
    }
    return new Span(starts[start], ends[end - 1]);
  }
}
