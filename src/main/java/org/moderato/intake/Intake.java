package org.moderato.intake;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Random;
import org.moderato.comment.Comment;
import org.moderato.comment.Submission;
import org.moderato.facts.Facts;
import org.moderato.store.Comments;
import org.moderato.store.StoreException;
import org.moderato.verdict.Judge;
import org.moderato.verdict.Verdict;

/**
 * The one door for comments: a submission goes in, and comes out judged and stored, or not at all.
 *
 * <p>Failure is caught here and nowhere else. Whatever a judge throws, the comment is held for a
 * person, and says so in its reasons. That includes errors such as a {@link StackOverflowError} on
 * a strange text or a {@link LinkageError} in a broken deployment: the comment is still there, and
 * holding it is right. Nothing is ever approved because something failed. Thread-safe.
 */
public final class Intake {
  private static final Logger LOG = System.getLogger(Intake.class.getName());

  private final Judge judge;
  private final Comments comments;
  private final Ids ids;

  /**
   * Makes an intake.
   *
   * @param judge gives the verdicts
   * @param comments where judged comments are kept
   * @param clock gives the time in ids
   * @param random gives the rest of them
   */
  public Intake(Judge judge, Comments comments, Clock clock, Random random) {
    this.judge = requireNonNull(judge);
    this.comments = requireNonNull(comments);
    this.ids = new Ids(clock, random);
  }

  /**
   * Judges a comment and stores it with its verdict. When this returns, the comment is durable.
   *
   * @throws IntakeUnavailableException if the store did not take it; then nothing is stored
   */
  public Receipt submit(Submission submission) {
    var comment = new Comment(ids.next(), submission);
    try {
      var record = comments.recordOf(submission.site(), submission.author());
      var facts = new Facts(submission.site(), submission.page(), submission.author(), record);
      Verdict verdict = judge(comment, facts);
      comments.record(comment, verdict);
      return new Receipt(comment, verdict);
    } catch (StoreException e) {
      LOG.log(Level.ERROR, () -> "comment " + comment.id() + " was not stored", e);
      throw new IntakeUnavailableException(e);
    }
  }

  private Verdict judge(Comment comment, Facts facts) {
    try {
      return judge.judge(comment.submission().body(), facts);
    } catch (RuntimeException | Error e) {
      LOG.log(
          Level.ERROR,
          () -> "comment " + comment.id() + " could not be judged and is held",
          Wordless.of(e));
      return Verdict.COULD_NOT_JUDGE;
    }
  }
}
