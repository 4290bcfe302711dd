package org.moderato.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.check.Finding;
import org.moderato.rule.Outcome;
import org.moderato.rule.Reason;
import org.moderato.text.Span;
import org.moderato.verdict.Verdict;

final class JsonLineTest {
  private static final JsonLine JSON = new JsonLine(Set.of("toxicity", "spam"));
  private static final Row ROW = new Row(7, "you are a fool", Map.of(), "");

  @Test
  void write_verdict_hasTheDocumentedShape() {
    var reason =
        new Reason(
            "heated newcomer",
            "toxicity.yaml",
            9,
            Outcome.HOLD,
            "It \"reads\" as an attack.",
            false,
            List.of(),
            List.of());
    assertEquals(
        """
        {"line":7,"verdict":"hold","language":"en","scores":{"toxicity":0.83,"spam":0.0123},\
        "reasons":[{"rule":"heated newcomer","file":"toxicity.yaml","line":9,\
        "because":"It \\"reads\\" as an attack."}],\
        "findings":[{"symbol":"language","score":1,"start":0,"end":14},\
        {"symbol":"toxicity","score":0.83,"start":0,"end":3},\
        {"symbol":"toxicity","score":0.83,"start":10,"end":14},\
        {"symbol":"spam","score":0.0123,"start":0,"end":14},\
        {"symbol":"links","score":100,"start":0,"end":14}]}""",
        write(
            List.of(reason),
            new Finding("language", 1, new Span(0, 14), "en"),
            new Finding("toxicity", 0.83, new Span(0, 3)),
            new Finding("toxicity", 0.83, new Span(10, 14)),
            new Finding("spam", 0.012345, new Span(0, 14)),
            new Finding("links", 100, new Span(0, 14))));
  }

  @Test
  void write_undeterminedLanguage_isNull() {
    assertEquals(
        """
        {"line":7,"verdict":"hold","language":null,"scores":{},"reasons":[],\
        "findings":[{"symbol":"language","score":0,"start":0,"end":14}]}""",
        write(List.of(), new Finding("language", 0, new Span(0, 14), "und")));
  }

  @Test
  void write_ruleOnTrial_isMarked() {
    var reason = new Reason("r", "f.yaml", 1, Outcome.REJECT, "", true, List.of(), List.of());
    assertEquals(
        """
        {"line":7,"verdict":"hold","language":null,"scores":{},\
        "reasons":[{"rule":"r","file":"f.yaml","line":1,"because":"","shadow":true}],\
        "findings":[]}""",
        write(List.of(reason)));
  }

  @Test
  void write_brokenEntry_tellsWhy() {
    assertEquals(
        "{\"line\":3,\"error\":\"not valid UTF-8\"}",
        JSON.write(new Judged(Row.broken(3, "not valid UTF-8"), Optional.empty())));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "0.00004,  0,      below half of the last digit",
    "0.00005,  0.0001, just half of the last digit",
    "0.99994,  0.9999, rounded down",
    "1,        1,      a whole number",
    "1000000,  1000000, no exponent",
    "1e-9,     0,      no exponent either"
  })
  void write_score_isRoundedToFourDigits(double score, String written, String why) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(
          "{\"line\":7,\"verdict\":\"hold\",\"language\":null,\"scores\":{\"spam\":"
              + written
              + "},\"reasons\":[],\"findings\":[{\"symbol\":\"spam\",\"score\":"
              + written
              + ",\"start\":0,\"end\":1}]}",
          write(List.of(), new Finding("spam", score, new Span(0, 1))));
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String write(List<Reason> reasons, Finding... findings) {
    var verdict = new Verdict(Outcome.HOLD, reasons, List.of(findings), "", "");
    return JSON.write(new Judged(ROW, Optional.of(verdict)));
  }
}
