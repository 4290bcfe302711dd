package org.moderato.admin;

import java.util.ArrayList;
import java.util.List;
import org.moderato.rule.Reason;

/**
 * A reader's text as a page shows it: the first screenful, and the rest folded away. A rest that
 * holds marks is shown unfolded, since it holds what mattered.
 *
 * @param start the first part
 * @param rest the other part; empty if the text is short
 * @param restLength how many characters the rest has, in code points
 * @param unfolded whether the rest is to be shown at once
 */
public record Words(List<Segment> start, List<Segment> rest, int restLength, boolean unfolded) {
  /** A text up to this length is shown whole, in UTF-16 units. */
  static final int WHOLE = 2_000;

  /** How much of a longer text is shown before the fold, at most. */
  static final int SCREENFUL = 1_500;

  public Words {
    start = List.copyOf(start);
    rest = List.copyOf(rest);
  }

  /** Marks a text and folds it if it is long. */
  static Words of(String text, List<Reason> reasons) {
    var segments = Segment.of(text, reasons);
    if (text.length() <= WHOLE) {
      return new Words(segments, List.of(), 0, false);
    }
    int fold = fold(text);
    var start = new ArrayList<Segment>();
    var rest = new ArrayList<Segment>();
    int at = 0;
    for (Segment segment : segments) {
      int length = segment.text().length();
      int cut = Math.max(0, Math.min(length, fold - at));
      addPart(start, segment, 0, cut);
      addPart(rest, segment, cut, length);
      at += length;
    }
    return new Words(
        start,
        rest,
        text.codePointCount(fold, text.length()),
        rest.stream().anyMatch(Segment::isMarked));
  }

  private static void addPart(List<Segment> part, Segment segment, int from, int to) {
    if (from < to) {
      part.add(new Segment(segment.text().substring(from, to), segment.rules()));
    }
  }

  /** Returns a place after a white space near the screenful's end, or else between characters. */
  private static int fold(String text) {
    for (int at = SCREENFUL; at > SCREENFUL / 2; at--) {
      if (Character.isWhitespace(text.charAt(at - 1))) {
        return at;
      }
    }
    return Segment.splitsPair(text, SCREENFUL) ? SCREENFUL - 1 : SCREENFUL;
  }
}
