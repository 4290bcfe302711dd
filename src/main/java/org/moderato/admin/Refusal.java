package org.moderato.admin;

import static java.util.Objects.requireNonNull;

/** A request that the desk does not fulfil, with the page that says why. */
final class Refusal extends RuntimeException {
  private final int status;
  private final String title;

  private Refusal(int status, String title, String message) {
    super(requireNonNull(message));
    this.status = status;
    this.title = requireNonNull(title);
  }

  static Refusal malformed(String message) {
    return new Refusal(400, "That cannot be read", message);
  }

  static Refusal forged() {
    return new Refusal(
        403,
        "This form is out of date",
        "Nothing was changed. Perhaps you signed out, or signed in again, in another window."
            + " Or your browser keeps no cookies, which the desk needs. Please go back, load the page"
            + " again, and repeat what you did.");
  }

  static Refusal notFound(String message) {
    return new Refusal(404, "There is nothing here", message);
  }

  static Refusal nothingToUndo() {
    return new Refusal(
        409,
        "There is nothing to take back",
        "No decision stands on this comment. Perhaps it was taken back already.");
  }

  static Refusal decidedMeanwhile(String who, Moment when) {
    return new Refusal(
        409,
        "Somebody was quicker",
        "%s decided about this comment %s (%s). Your click changed nothing."
            .formatted(who, when.words(), when.exact()));
  }

  static Refusal wrongMethod() {
    return new Refusal(405, "That does not work here", "This address takes no such request.");
  }

  static Refusal unavailable() {
    return new Refusal(
        503,
        "The database does not answer",
        "Nothing was changed. Please try again in a few seconds.");
  }

  static Refusal failed() {
    return new Refusal(
        500,
        "Something went wrong here",
        "It is not your doing, and it stands in the server's log.");
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String message() {
    return requireNonNull(getMessage());
  }
}
