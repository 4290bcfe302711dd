package org.moderato.admin;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.rule.Outcome;
import org.moderato.rule.Reason;
import org.moderato.text.Span;

final class SegmentTest {
  /** Marks are written {@code rule:start-end}; segments {@code [rules:text]}, plain text bare. */
  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          the fool here |                 | the fool here            | no mark
          the fool here | a:4-8           | the [a:fool] here        | one in the middle
          the fool here | a:0-3           | [a:the] fool here        | at the start
          the fool here | a:9-13          | the fool [a:here]        | at the end
          the fool here | a:0-13          | [a:the fool here]        | all of it
          the fool here | a:9-13 a:0-3    | [a:the] fool [a:here]    | out of order
          the fool here | a:0-3 a:0-3     | [a:the] fool here        | the same twice
          the fool here | a:0-6 a:4-8     | [a:the fool] here        | overlapping, of one rule
          the fool here | a:0-3 a:3-8     | [a:the fool] here        | touching, of one rule
          the fool here | a:4-8 b:4-8     | the [a b:fool] here      | two rules, one place
          the fool here | a:0-6 b:4-8     | [a:the ][a b:fo][b:ol] here | two rules that overlap
          the fool here | a:0-13 b:4-8    | [a:the ][a b:fool][a: here] | one rule inside another
          the fool here | a:4-4           | the fool here            | an empty mark
          the fool here | a:9-99          | the fool [a:here]        | one that ends beyond the text
          the fool here | a:50-99         | the fool here            | one that lies beyond the text
          a😀b          | a:1-3           | a[a:😀]b                 | a surrogate pair
          a😀b          | a:0-2           | [a:a😀]b                 | one that ends inside a pair
          a😀b          | a:2-4           | a[a:😀b]                 | one that starts inside a pair
          a😀b          | a:2-2           | a😀b                     | an empty mark inside a pair
          """)
  void of(String text, String marks, String expected, String why) {
    assertEquals(expected, show(Segment.of(text, reasons(marks))), why);
  }

  @Test
  void of_emptyText_isEmpty() {
    assertEquals(List.of(), Segment.of("", reasons("a:0-0 b:0-9")));
  }

  @Test
  void of_anyMarks_losesNothing() {
    var random = new Random(42);
    for (int round = 0; round < 500; round++) {
      String text =
          random
              .ints(random.nextInt(20), 0, 4)
              .mapToObj(i -> List.of("a", "é", "😀", "\uD83D").get(i))
              .collect(joining());
      var reasons = new ArrayList<Reason>();
      for (int i = 0; i < 3; i++) {
        int start = random.nextInt(25);
        reasons.add(reason("r" + i, new Span(start, start + random.nextInt(10))));
      }
      var segments = Segment.of(text, reasons);
      assertEquals(text, segments.stream().map(Segment::text).collect(joining()));
      for (int i = 1; i < segments.size(); i++) {
        String left = segments.get(i - 1).text();
        assertEquals(false, Segment.splitsPair(left + segments.get(i).text(), left.length()));
      }
    }
  }

  @Test
  void of_tenThousandMarks_givesEach() {
    var marks = IntStream.range(0, 10_000).mapToObj(i -> new Span(2 * i, 2 * i + 1));
    var reasons = List.of(reason("links", marks.toArray(Span[]::new)));
    assertEquals(20_000, Segment.of("x ".repeat(10_000), reasons).size());
  }

  private static List<Reason> reasons(String marks) {
    var reasons = new ArrayList<Reason>();
    for (String rule : List.of("a", "b")) {
      var spans = new ArrayList<Span>();
      for (String mark : marks == null ? new String[0] : marks.split(" ", -1)) {
        String[] parts = mark.split("[:-]", -1);
        if (parts[0].equals(rule)) {
          spans.add(new Span(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
        }
      }
      reasons.add(reason(rule, spans.toArray(Span[]::new)));
    }
    return reasons;
  }

  private static Reason reason(String rule, Span... marks) {
    return Samples.reason(rule, Outcome.HOLD, false, marks);
  }

  private static String show(List<Segment> segments) {
    return segments.stream()
        .map(
            s -> s.isMarked() ? "[" + String.join(" ", s.rules()) + ":" + s.text() + "]" : s.text())
        .collect(joining());
  }
}
