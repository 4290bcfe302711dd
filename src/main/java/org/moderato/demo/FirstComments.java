package org.moderato.demo;

import java.time.Clock;
import org.moderato.comment.Author;
import org.moderato.comment.Page;
import org.moderato.comment.Submission;
import org.moderato.intake.Intake;

/** The first readers of the invented newspaper, so that a new one does not look deserted. */
public final class FirstComments {
  private FirstComments() {}

  /**
   * Sends them through the intake like anybody's: they are judged by the rules that are live.
   *
   * @param intake takes them
   * @param paper the newspaper that they are written to
   * @param clock tells when
   */
  public static void submitTo(Intake intake, Newspaper paper, Clock clock) {
    var writer = new Writer(intake, paper, clock);
    String first =
        writer.write(
            Newspaper.BRIDGE,
            "",
            "Marjorie Tusk",
            "I was the third car in the queue. I have lived here since 1988 and had never seen the"
                + " underside of our bridge. It is painted green. Did anybody know that?");
    writer.write(
        Newspaper.BRIDGE,
        first,
        "P. Ellery (retired painter)",
        "I did. Two coats, every spring, and nobody ever looked up. Thank you, Marjorie.");
    writer.write(
        Newspaper.BRIDGE,
        "",
        "Tom from the Number 4 bus",
        "Fifty-two minutes and not one passenger complained to me. Most of them got off to look"
            + " at the swan. Give Mr Pike his kettle.");
    writer.write(
        Newspaper.QUEUE,
        "",
        "Yusuf",
        "Fair, but try it with two small children and a parcel. Some of us like the chairs.");
  }

  private record Writer(Intake intake, Newspaper paper, Clock clock) {
    /** Returns the new comment's id. */
    String write(Article article, String parent, String name, String body) {
      String section = article.path().startsWith("/opinion/") ? "opinion" : "";
      return intake
          .submit(
              new Submission(
                  paper.name(),
                  new Page(article.id(), article.path(), section),
                  parent,
                  new Author(name, "", "", "127.0.0.1"),
                  body,
                  clock.instant()))
          .comment()
          .id();
    }
  }
}
