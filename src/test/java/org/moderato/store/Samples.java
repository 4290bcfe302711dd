package org.moderato.store;

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

/** Comments and verdicts to store. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");

  static final Author ADA = new Author("Ada", "Ada@Example.org", "https://ada.example", "::1");

  private Samples() {}

  /** Returns an id that sorts by {@code n}, in the form of a version 7 UUID. */
  static String id(long n) {
    return new UUID(n << 16 | 0x7000, 0x8000_0000_0000_0000L).toString();
  }

  static Comment comment(String id) {
    return comment(id, ADA);
  }

  static Comment comment(String id, Author author) {
    return comment(id, author, "daily", "42");
  }

  static Comment comment(String id, Author author, String site, String page) {
    return new Comment(
        id,
        new Submission(
            site,
            new Page(page, "/2026/11/harbour", "local"),
            "",
            author,
            "A new quay, at last.",
            NOON));
  }

  static Comment saying(String id, String body) {
    var sent = comment(id).submission();
    return new Comment(
        id,
        new Submission(
            sent.site(), sent.page(), sent.parent(), sent.author(), body, sent.receivedAt()));
  }

  static Verdict verdict(Outcome outcome) {
    return new Verdict(
        outcome,
        List.of(
            new Reason(
                "heated newcomer",
                "tone.yaml",
                9,
                outcome,
                "A first comment that reads as an attack.",
                false,
                List.of(new Measure("toxicity", 0.83, ">=", 0.6)),
                List.of(new Span(2, 10)))),
        List.of(new Finding("toxicity", 0.83, new Span(2, 10))),
        "rules-1",
        "models-1");
  }
}
