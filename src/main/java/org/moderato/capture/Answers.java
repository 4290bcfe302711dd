package org.moderato.capture;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.moderato.intake.Receipt;
import org.moderato.rule.Outcome;
import org.moderato.rule.Reason;
import org.moderato.verdict.Verdict;

/** What all dialects say alike: statuses, sentences, and the headers that go with them. */
public final class Answers {
  /** What the author of a held comment is told. */
  public static final String HELD = "Your comment is awaiting moderation.";

  private static final String REJECTED = "Your comment was not accepted.";
  private static final String PUBLISHED = "Your comment is published.";
  private static final int RETRY_SECONDS = 60;

  private static final Map<Outcome, Integer> STATUS =
      Map.of(
          Outcome.APPROVE, HttpServletResponse.SC_CREATED,
          Outcome.HOLD, HttpServletResponse.SC_ACCEPTED,
          Outcome.REJECT, 422);

  private Answers() {}

  /** Returns why a rejected comment was turned away, in the words of the rule that decided. */
  public static String rejection(Verdict verdict) {
    return verdict.reasons().stream()
        .filter(reason -> !reason.shadow() && reason.then() == Outcome.REJECT)
        .map(Reason::because)
        .filter(because -> !because.isBlank())
        .findFirst()
        .map(because -> REJECTED + " " + because)
        .orElse(REJECTED);
  }

  static String message(Receipt receipt) {
    return switch (receipt.verdict().outcome()) {
      case APPROVE -> PUBLISHED;
      case HOLD -> HELD;
      case REJECT -> rejection(receipt.verdict());
    };
  }

  static int status(Receipt receipt) {
    return STATUS.getOrDefault(receipt.verdict().outcome(), HttpServletResponse.SC_ACCEPTED);
  }

  /** Sets the headers that go with a refusal's status. */
  static void explain(HttpServletResponse response, Refusal refusal) {
    if (refusal.status() == Refusal.UNAVAILABLE) {
      response.setIntHeader("Retry-After", RETRY_SECONDS);
    }
    if (refusal.status() == Refusal.UNSUPPORTED_TYPE) {
      response.setHeader(
          "Accept", String.join(", ", ContentType.FORM, ContentType.MULTIPART, ContentType.JSON));
    }
  }

  /** Returns the fragment under which a published comment stands on its page. */
  static String fragment(Receipt receipt) {
    return "#comment-" + receipt.comment().id();
  }
}
