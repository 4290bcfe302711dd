package org.moderato.admin;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moderato.rule.Reason;
import org.moderato.text.Span;

/**
 * A stretch of a reader's text that is shown in one way.
 *
 * @param text the reader's own characters, never empty
 * @param rules the rules that these characters mattered to, in the order of the reasons; empty for
 *     plain text
 */
public record Segment(String text, List<String> rules) {
  public Segment {
    requireNonNull(text);
    rules = List.copyOf(rules);
  }

  /** Returns whether some rule marked these characters. */
  public boolean isMarked() {
    return !rules.isEmpty();
  }

  /** Returns the rules in one line. */
  public String title() {
    return String.join(", ", rules);
  }

  /**
   * Cuts a text where marks begin and end. Marks may overlap and come in any order; one that ends
   * inside a surrogate pair is widened to the whole character, and what lies beyond the text is
   * ignored. The segments joined give the text again.
   */
  static List<Segment> of(String text, List<Reason> reasons) {
    // For each cut, by how much the number of open marks of each reason changes there.
    var changes = new TreeMap<Integer, int[]>();
    for (int i = 0; i < reasons.size(); i++) {
      for (Span mark : reasons.get(i).marks()) {
        changes.computeIfAbsent(start(text, mark), at -> new int[reasons.size()])[i]++;
        changes.computeIfAbsent(end(text, mark), at -> new int[reasons.size()])[i]--;
      }
    }
    changes.computeIfAbsent(text.length(), at -> new int[reasons.size()]);
    var segments = new ArrayList<Segment>();
    int[] open = new int[reasons.size()];
    int from = 0;
    for (Map.Entry<Integer, int[]> change : changes.entrySet()) {
      int to = change.getKey();
      if (to > from) {
        add(segments, new Segment(text.substring(from, to), rules(reasons, open)));
        from = to;
      }
      for (int i = 0; i < open.length; i++) {
        open[i] += change.getValue()[i];
      }
    }
    return segments;
  }

  /** Joins neighbours that are shown alike, such as two marks of one rule that touch. */
  private static void add(List<Segment> segments, Segment next) {
    int last = segments.size() - 1;
    if (last >= 0 && segments.get(last).rules().equals(next.rules())) {
      segments.set(last, new Segment(segments.get(last).text() + next.text(), next.rules()));
    } else {
      segments.add(next);
    }
  }

  private static List<String> rules(List<Reason> reasons, int[] open) {
    var rules = new ArrayList<String>();
    for (int i = 0; i < open.length; i++) {
      if (open[i] > 0) {
        rules.add(reasons.get(i).rule());
      }
    }
    return rules;
  }

  private static int start(String text, Span mark) {
    int start = Math.min(mark.start(), text.length());
    return splitsPair(text, start) ? start - 1 : start;
  }

  private static int end(String text, Span mark) {
    int end = Math.min(mark.end(), text.length());
    // An empty mark stays empty, also inside a pair.
    return mark.isEmpty() ? start(text, mark) : splitsPair(text, end) ? end + 1 : end;
  }

  static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
