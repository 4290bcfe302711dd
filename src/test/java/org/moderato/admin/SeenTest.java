package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.check.Finding;
import org.moderato.text.Span;

final class SeenTest {
  private static final Span HERE = new Span(0, 1);

  @Test
  void of_severalOfASymbol_givesTheHighestOnceInOrder() {
    var findings =
        List.of(
            new Finding("toxicity", 0.2, HERE),
            new Finding("language", 1, HERE, "en"),
            new Finding("toxicity", 0.834, HERE),
            new Finding("links", 3, HERE));
    assertEquals(
        List.of(new Seen("toxicity", "0.83"), new Seen("language", "en"), new Seen("links", "3")),
        Seen.of(findings));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | d1
          2 | d1, d2
          5 | d1, d2, d3, d4, d5
          6 | d1, d2, d3, d4, d5 and 1 more
          """)
  void of_names_showsFive(int names, String value) {
    var findings =
        IntStream.rangeClosed(1, names)
            .mapToObj(i -> new Finding("domains", 1, HERE, "d" + i))
            .toList();
    assertEquals(List.of(new Seen("domains", value)), Seen.of(findings));
  }
}
