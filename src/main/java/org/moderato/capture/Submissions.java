package org.moderato.capture;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.moderato.comment.Author;
import org.moderato.comment.Page;
import org.moderato.comment.Submission;
import org.moderato.config.Site.Part;
import org.moderato.text.Normaliser;

/**
 * Makes a submission of a form, or says what is wrong with the form.
 *
 * <p>A field of the comment that is sent twice is refused, wherever it stands: frameworks differ on
 * whether the first or the last counts, and what is judged has to be what the site shows. For the
 * same reason none may come as a file. Lengths are those of WordPress. Thread-safe.
 */
final class Submissions {
  /** The longest value of each part, in code points; the comment's own limit is the site's. */
  private static final Map<Part, Integer> MAX =
      Map.of(Part.NAME, 245, Part.EMAIL, 100, Part.URL, 200, Part.PAGE, 200, Part.PARENT, 200);

  private static final Map<Part, String> MISSING =
      Map.of(
          Part.BODY, "Please enter your comment!",
          Part.NAME, "Please enter your name here",
          Part.EMAIL, "Please enter your email address here",
          Part.URL, "Please enter your website here",
          Part.PAGE, "The form does not say which page it belongs to.",
          Part.PARENT, "The form does not say which comment it answers.");

  private static final Map<Part, String> NAMES =
      Map.of(
          Part.BODY, "comment",
          Part.NAME, "name",
          Part.EMAIL, "email address",
          Part.URL, "website",
          Part.PAGE, "page",
          Part.PARENT, "answered comment");

  /** What WordPress and others send for a comment that answers no other. */
  private static final String NO_PARENT = "0";

  private final ClientAddress addresses;
  private final Clock clock;
  private final Normaliser normaliser = new Normaliser();

  Submissions(ClientAddress addresses, Clock clock) {
    this.addresses = requireNonNull(addresses);
    this.clock = requireNonNull(clock);
  }

  Submission read(Exchange exchange) throws RefusedException {
    checkFields(exchange);
    checkCommentLength(exchange);
    String parent = exchange.typed(Part.PARENT);
    return new Submission(
        exchange.site().name(),
        new Page(exchange.typed(Part.PAGE), exchange.pagePath(), exchange.section()),
        parent.equals(NO_PARENT) ? "" : parent,
        new Author(
            exchange.typed(Part.NAME),
            exchange.typed(Part.EMAIL),
            exchange.typed(Part.URL),
            addresses.of(exchange.request())),
        exchange.typed(Part.BODY),
        clock.instant());
  }

  private void checkFields(Exchange exchange) throws RefusedException {
    var problems = new EnumMap<Part, String>(Part.class);
    for (Part part : Part.values()) {
      String problem = problem(part, exchange);
      if (!problem.isEmpty()) {
        problems.put(part, problem);
      }
    }
    if (exchange.host() != null && exchange.hostedPage().isEmpty()) {
      problems.putIfAbsent(Part.PAGE, "There is no such page.");
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(
          new Refusal(
              Refusal.BAD_REQUEST,
              problems.size() == 1
                  ? problems.values().iterator().next()
                  : "Some things are missing or wrong, so your comment was not sent yet.",
              problems));
    }
  }

  private String problem(Part part, Exchange exchange) {
    String field = exchange.field(part);
    if (field.isEmpty()) {
      return "";
    }
    if (exchange.form().values(field).size() > 1) {
      return "The form has its " + NAMES.get(part) + " twice.";
    }
    if (exchange.form().hasFile(field)) {
      return "The form has a file for its " + NAMES.get(part) + ".";
    }
    String typed = exchange.typed(part);
    if (exchange.site().required().contains(part) && normaliser.normalise(typed).isBlank()) {
      return requireNonNull(MISSING.get(part));
    }
    Integer max = MAX.get(part);
    return max != null && typed.codePointCount(0, typed.length()) > max
        ? "The " + NAMES.get(part) + " is too long: at most " + max + " characters."
        : "";
  }

  private static void checkCommentLength(Exchange exchange) throws RefusedException {
    String body = exchange.typed(Part.BODY);
    int length = body.codePointCount(0, body.length());
    int max = exchange.site().maxComment();
    if (length > max) {
      String problem =
          "Your comment is too long: %d characters, and at most %d are possible."
              .formatted(length, max);
      throw new RefusedException(
          new Refusal(Refusal.TOO_LARGE, problem, Map.of(Part.BODY, problem)));
    }
  }
}
