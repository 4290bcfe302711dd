package org.moderato.admin;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.moderato.comment.Author;
import org.moderato.comment.Page;
import org.moderato.comment.Submission;
import org.moderato.rule.Outcome;
import org.moderato.rule.Reason;
import org.moderato.store.Decision;
import org.moderato.store.StoredComment;

/**
 * A comment as the desk's pages show it. Everything in it that a reader typed is as typed;
 * templates escape it.
 *
 * @param id the comment's id
 * @param site the site's name
 * @param page the page it was posted under
 * @param pageLink the page's path if it can be a link, or empty
 * @param parent the id of the comment that it answers, or empty
 * @param author who wrote it
 * @param words the text, with the characters that mattered marked
 * @param received when it came
 * @param judged what the machine said
 * @param state what stands now
 * @param version to be sent back with a decision
 * @param reasons the rules that matched, the strictest first
 * @param trials the rules on trial that matched; they changed nothing
 * @param findings what the checks saw
 * @param rules the digest of the rule book, or empty
 * @param models the digest of the models, or empty
 * @param decision what a person decided, if somebody did
 */
public record Card(
    String id,
    String site,
    Page page,
    String pageLink,
    String parent,
    Author author,
    Words words,
    Moment received,
    Outcome judged,
    Outcome state,
    int version,
    List<Why> reasons,
    List<Why> trials,
    List<Seen> findings,
    String rules,
    String models,
    Optional<Decided> decision) {

  /**
   * What a person decided, as a page shows it.
   *
   * @param to what stands since
   * @param by the person's name
   * @param at when
   * @param note the person's words; may be empty
   */
  public record Decided(Outcome to, String by, Moment at, String note) {
    static Decided of(Decision decision, Clock clock) {
      return new Decided(
          decision.to(), decision.by(), Moment.of(decision.at(), clock), decision.note());
    }
  }

  public Card {
    reasons = List.copyOf(reasons);
    trials = List.copyOf(trials);
    findings = List.copyOf(findings);
  }

  static Card of(StoredComment stored, Clock clock) {
    Submission submission = stored.comment().submission();
    var verdict = stored.verdict();
    return new Card(
        stored.comment().id(),
        submission.site(),
        submission.page(),
        link(submission.page().url()),
        submission.parent(),
        submission.author(),
        Words.of(submission.body(), verdict.reasons()),
        Moment.of(submission.receivedAt(), clock),
        verdict.outcome(),
        stored.state(),
        stored.version(),
        verdict.reasons().stream().filter(r -> !r.shadow()).map(Why::of).toList(),
        verdict.reasons().stream().filter(Reason::shadow).map(Why::of).toList(),
        Seen.of(verdict.findings()),
        verdict.rules(),
        verdict.models(),
        stored.decision().map(d -> Decided.of(d, clock)));
  }

  /** Returns whether a person may still approve it. */
  public boolean canBeApproved() {
    return state != Outcome.APPROVE;
  }

  /** Returns whether a person may still reject it. */
  public boolean canBeRejected() {
    return state != Outcome.REJECT;
  }

  /** A path on this host is a link; anything that could lead elsewhere is not. */
  private static String link(String url) {
    boolean path =
        url.startsWith("/")
            && !url.startsWith("//")
            && url.indexOf('\\') < 0
            && url.chars().noneMatch(Character::isISOControl);
    return path ? url : "";
  }
}
