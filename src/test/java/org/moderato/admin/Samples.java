package org.moderato.admin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.moderato.check.Finding;
import org.moderato.comment.Author;
import org.moderato.comment.Comment;
import org.moderato.comment.Page;
import org.moderato.comment.Submission;
import org.moderato.rule.Measure;
import org.moderato.rule.Outcome;
import org.moderato.rule.Reason;
import org.moderato.text.Span;
import org.moderato.verdict.Verdict;

/** Comments and verdicts for the desk to show. */
final class Samples {
  static final Author ADA = new Author("Ada", "ada@example.org", "https://ada.example", "::1");
  static final String TEXT = "You read like a fool, and the bridge is late.";

  private Samples() {}

  /** Returns an id that sorts by {@code n}, in the form of a version 7 UUID. */
  static String id(long n) {
    return new UUID(n << 16 | 0x7000, 0x8000_0000_0000_0000L).toString();
  }

  static Comment comment(String id, Author author, String body, Instant at) {
    var page = new Page("42", "/2026/11/bridge", "local");
    return new Comment(id, new Submission("courier", page, "", author, body, at));
  }

  static Verdict verdict(Outcome outcome) {
    return new Verdict(
        outcome,
        List.of(
            reason("heated newcomer", outcome, false, new Span(16, 20)),
            reason("stricter tone", Outcome.REJECT, true, new Span(0, 3))),
        List.of(
            new Finding("language", 1, new Span(0, 45), "en"),
            new Finding("toxicity", 0.83, new Span(16, 20))),
        "rules-1",
        "models-1");
  }

  static Reason reason(String rule, Outcome then, boolean shadow, Span... marks) {
    return new Reason(
        rule,
        "tone.yaml",
        9,
        then,
        "A first comment that reads as an attack.",
        shadow,
        List.of(
            new Measure("toxicity", 0.83, ">=", 0.6), new Measure("author.approved", 0, "==", 0)),
        List.of(marks));
  }
}
