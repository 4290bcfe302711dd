package org.moderato.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.moderato.config.Site.Part;
import org.moderato.intake.Receipt;
import org.moderato.rule.Outcome;

/**
 * The page that speaks to readers of sites whose pages Moderato does not show. It stands alone: the
 * application around it may have no style sheet of ours, so its own is in the page, and the content
 * security policy names that one by its hash.
 */
final class AnswerPage {
  private static final String TEMPLATE = "capture/answer.jte";

  private static final List<Part> SHOWN = List.of(Part.BODY, Part.NAME, Part.EMAIL, Part.URL);

  private static final Map<Part, String> LABELS =
      Map.of(Part.BODY, "Comment", Part.NAME, "Name", Part.EMAIL, "Email", Part.URL, "Website");

  private final Pages pages;
  private final String style = style();
  private final String styleHash = hash(style);

  AnswerPage(Pages pages) {
    this.pages = requireNonNull(pages);
  }

  void judged(Exchange exchange, Receipt receipt) throws IOException {
    boolean held = receipt.verdict().outcome() == Outcome.HOLD;
    show(
        exchange,
        Answers.status(receipt),
        held ? "Thank you" : "Not accepted",
        Answers.message(receipt),
        held ? receipt.comment().submission().body() : "",
        held ? List.of() : fields(exchange, Map.of()));
  }

  void refused(Exchange exchange, Refusal refusal) throws IOException {
    boolean read = exchange.form() != Form.NONE;
    show(
        exchange,
        refusal.status(),
        "Not sent yet",
        refusal.message(),
        "",
        read ? fields(exchange, refusal.problems()) : List.of());
  }

  private void show(
      Exchange exchange,
      int status,
      String title,
      String message,
      String text,
      List<AnswerField> fields)
      throws IOException {
    pages.showStyled(
        exchange.response(),
        status,
        TEMPLATE,
        Map.of(
            "style", style,
            "title", title,
            "message", message,
            "text", text,
            "action", action(exchange.request()),
            "fields", fields,
            "back", exchange.back()),
        styleHash);
  }

  private static String action(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  /** Lists the fields to send again: the comment's own to be seen, all others as they came. */
  private static List<AnswerField> fields(Exchange exchange, Map<Part, String> problems) {
    var fields = new ArrayList<AnswerField>();
    var shown = new ArrayList<String>();
    for (Part part : SHOWN) {
      String name = exchange.field(part);
      if (!name.isEmpty()) {
        shown.add(name);
        fields.add(
            new AnswerField(
                name,
                LABELS.getOrDefault(part, ""),
                exchange.typed(part),
                problems.getOrDefault(part, ""),
                part == Part.BODY));
      }
    }
    exchange.form().body().fields().entrySet().stream()
        .filter(field -> !shown.contains(field.getKey()))
        .forEach(
            field ->
                field
                    .getValue()
                    .forEach(
                        value ->
                            fields.add(new AnswerField(field.getKey(), "", value, "", false))));
    return fields;
  }

  private static String style() {
    try (InputStream css = AnswerPage.class.getResourceAsStream("answer.css")) {
      return new String(requireNonNull(css, "answer.css").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read answer.css", e);
    }
  }

  private static String hash(String style) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
