package org.moderato.store;

import static java.util.Collections.frequency;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.moderato.comment.Author;
import org.moderato.comment.Comment;
import org.moderato.facts.AuthorRecord;
import org.moderato.rule.Outcome;
import org.moderato.verdict.Verdict;

/**
 * Comments with their verdicts, and what people decided about them.
 *
 * <p>Queries name all columns of their index in {@code order by}, also those that are equal: H2
 * walks an index in order only then, and otherwise reads and sorts every row that matches.
 *
 * <p>Every method throws {@link StoreException} if the database fails or exceeds its time limit.
 * Moments come back to the microsecond. Thread-safe.
 */
public final class Comments {
  /** How many of an author's comments {@link #recordOf} looks at. */
  public static final int RECORD_LIMIT = 200;

  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final Transactions transactions;
  private final Decisions decisions;
  private final GroupCommit<CommentRow> commits;

  Comments(Transactions transactions, Decisions decisions, Duration timeout) {
    this.transactions = requireNonNull(transactions);
    this.commits = new GroupCommit<>(this::insert, timeout);
    this.decisions = requireNonNull(decisions);
  }

  /**
   * Stores a comment, its verdict and an audit entry, all or nothing. When it returns they are
   * written: they survive the end of this process, however it comes.
   *
   * @throws StoreException also if a text holds a NUL or an unpaired surrogate, and if the id is no
   *     UUID or another comment's
   */
  public void record(Comment comment, Verdict verdict) {
    commits.write(new CommentRow(comment, verdict));
  }

  /** Returns a comment; empty if there is none with this id, whatever the id looks like. */
  public Optional<StoredComment> find(String id) {
    return CommentRow.uuid(id)
        .flatMap(
            uuid ->
                transactions.read(
                    "reading comment " + uuid, handle -> CommentRow.find(handle, uuid)));
  }

  /**
   * Returns the comments in a state, oldest first.
   *
   * @param after the id of the last one already seen, or empty to start with the oldest
   * @param limit how many at most
   */
  public List<StoredComment> inState(Outcome state, String after, int limit) {
    return transactions.read(
        "listing comments",
        handle ->
            handle
                .createQuery(
                    CommentRow.SELECT
                        + """
                          where c.state = :state and c.id > :after
                          order by c.state, c.id limit :limit
                          """)
                .bind("state", state.word())
                .bind("after", CommentRow.uuid(after).orElse(BEFORE_ALL))
                .bind("limit", limit)
                .map((row, context) -> CommentRow.read(row))
                .list());
  }

  /**
   * Returns the comments in a state, newest first.
   *
   * @param before the id of the last one already seen, or empty to start with the newest
   * @param limit how many at most
   */
  public List<StoredComment> latestInState(Outcome state, String before, int limit) {
    return transactions.read(
        "listing comments",
        handle ->
            handle
                .createQuery(
                    CommentRow.SELECT
                        + """
                          where c.state = :state and c.id < :before
                          order by c.state desc, c.id desc limit :limit
                          """)
                .bind("state", state.word())
                .bind("before", CommentRow.uuid(before).orElse(AFTER_ALL))
                .bind("limit", limit)
                .map((row, context) -> CommentRow.read(row))
                .list());
  }

  /** Returns how many comments are in a state. */
  public int count(Outcome state) {
    return transactions.read(
        "counting comments",
        handle ->
            handle
                .createQuery("select count(*) from comments where state = :state")
                .bind("state", state.word())
                .mapTo(int.class)
                .one());
  }

  /** Returns the approved comments of a page, oldest first, {@code limit} at most. */
  public List<StoredComment> published(String site, String pageId, int limit) {
    if (!Storable.isText(pageId)) {
      return List.of();
    }
    return transactions.read(
        "listing the comments of a page",
        handle ->
            handle
                .createQuery(
                    CommentRow.SELECT
                        + """
                          where c.site = :site and c.page_key = :key and c.state = 'approve'
                            and c.page_id = :page
                          order by c.site, c.page_key, c.state, c.id limit :limit
                          """)
                .bind("site", site)
                .bind("key", CommentRow.pageKey(pageId))
                .bind("page", pageId)
                .bind("limit", limit)
                .map((row, context) -> CommentRow.read(row))
                .list());
  }

  /**
   * Returns what became of an author's earlier comments on a site. Authors are told apart by e-mail
   * address, ignoring case; without one, everybody is a newcomer. Only the latest {@link
   * #RECORD_LIMIT} count, so that a flood from one address does not slow its own judging.
   */
  public AuthorRecord recordOf(String site, Author author) {
    String key = CommentRow.authorKey(author);
    if (key == null || !Storable.isText(key)) {
      return AuthorRecord.NEWCOMER;
    }
    List<String> states =
        transactions.read(
            "counting an author's comments",
            handle ->
                handle
                    // Counted here: H2 plans a query over a limited one anew each time it runs.
                    .createQuery(
                        """
                        select state from comments
                         where site = :site and author_key = :key
                         order by site, author_key, id desc limit :limit
                        """)
                    .bind("site", site)
                    .bind("key", key)
                    .bind("limit", RECORD_LIMIT)
                    .mapTo(String.class)
                    .list());
    return new AuthorRecord(
        frequency(states, Outcome.APPROVE.word()),
        frequency(states, Outcome.REJECT.word()),
        frequency(states, Outcome.HOLD.word()));
  }

  /**
   * Changes the state of a comment, or confirms it, in a person's name.
   *
   * @param note the person's own words; may be empty
   * @param version the version that the person saw
   * @return the comment as it stands now
   * @throws DecidedMeanwhileException if somebody changed it since
   * @throws NoSuchElementException if there is no such comment
   */
  public StoredComment decide(String id, Outcome to, String by, String note, int version) {
    return decisions.decide(existing(id), to, by, note, version);
  }

  /**
   * Takes back the decision that stands, so that the one before it stands again, or else the
   * verdict.
   *
   * @param version the version that the person saw
   * @return the comment as it stands now
   * @throws DecidedMeanwhileException if somebody changed it since
   * @throws IllegalStateException if no decision stands
   * @throws NoSuchElementException if there is no such comment
   */
  public StoredComment undo(String id, String by, int version) {
    return decisions.undo(existing(id), by, version);
  }

  /** Returns what people decided about a comment and took back, oldest first. */
  public List<Change> history(String id) {
    return CommentRow.uuid(id).map(decisions::history).orElse(List.of());
  }

  private void insert(List<CommentRow> rows) {
    String doing =
        rows.size() == 1
            ? "recording comment " + rows.get(0).id()
            : "recording %d comments".formatted(rows.size());
    transactions.write(
        doing,
        handle -> {
          CommentRow.insert(handle, rows);
          return true;
        });
  }

  private static UUID existing(String id) {
    return CommentRow.uuid(id).orElseThrow(() -> new NoSuchElementException("no such comment"));
  }
}
