package org.moderato.store;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.moderato.rule.Outcome;

/**
 * Changes what stands about a comment, one person at a time.
 *
 * <p>The rows of {@code decisions} are never changed. Each decision names the one that stood before
 * it, and the comment names the one that stands: an undo adds a row that names what it takes back,
 * and moves the comment's pointer one step.
 */
final class Decisions {
  private final Transactions transactions;
  private final Clock clock;

  Decisions(Transactions transactions, Clock clock) {
    this.transactions = requireNonNull(transactions);
    this.clock = requireNonNull(clock);
  }

  StoredComment decide(UUID comment, Outcome to, String by, String note, int version) {
    Storable.text("the name", by);
    Storable.text("the note", note);
    Instant now = clock.instant();
    return transactions.write(
        "deciding comment " + comment,
        handle -> {
          var before = lock(handle, comment, version);
          var row = new Row(comment, before.state, to, by, now, note);
          long number = row.insert(handle, before.decision, Optional.empty());
          stand(handle, comment, new Standing(to, Optional.of(number)));
          AuditLog.add(handle, now, by, "decided", comment, row.change());
          return CommentRow.find(handle, comment).orElseThrow();
        });
  }

  StoredComment undo(UUID comment, String by, int version) {
    Storable.text("the name", by);
    Instant now = clock.instant();
    return transactions.write(
        "taking back a decision on comment " + comment,
        handle -> {
          var before = lock(handle, comment, version);
          long undone =
              before.decision.orElseThrow(
                  () -> new IllegalStateException("no decision on comment " + comment + " stands"));
          var after = before(handle, undone);
          var row = new Row(comment, before.state, after.state, by, now, "");
          row.insert(handle, Optional.empty(), before.decision);
          stand(handle, comment, after);
          AuditLog.add(handle, now, by, "took back", comment, row.change());
          return CommentRow.find(handle, comment).orElseThrow();
        });
  }

  List<Change> history(UUID comment) {
    return transactions.read(
        "reading what was decided on comment " + comment,
        handle ->
            handle
                .createQuery(
                    """
                    select from_state, to_state, decided_by, decided_at, note,
                           undoes is not null as is_undo
                      from decisions where comment_id = :id order by number
                    """)
                .bind("id", comment)
                .map(
                    (row, context) ->
                        new Change(
                            CommentRow.readDecision(row, comment.toString()),
                            row.getBoolean("is_undo")))
                .list());
  }

  /** Returns what stands, and keeps others from changing it until the transaction ends. */
  private static Standing lock(Handle handle, UUID comment, int version) {
    var standing =
        handle
            .createQuery(
                """
                select state, decision from comments
                 where id = :id and version = :version for update
                """)
            .bind("id", comment)
            .bind("version", version)
            .map(
                (row, context) ->
                    new Standing(
                        CommentRow.outcome(row.getString("state")),
                        Optional.ofNullable(row.getObject("decision", Long.class))))
            .findOne();
    return standing.orElseThrow(() -> whyNot(handle, comment, version));
  }

  private static RuntimeException whyNot(Handle handle, UUID comment, int version) {
    return handle
        .createQuery(
            """
            select decided_by, decided_at from decisions
             where comment_id = :id order by number desc limit 1
            """)
        .bind("id", comment)
        .<RuntimeException>map(
            (row, context) ->
                new DecidedMeanwhileException(
                    row.getString("decided_by"), CommentRow.moment(row, "decided_at")))
        .findOne()
        .orElseGet(
            () ->
                new NoSuchElementException(
                    "no comment %s with version %d".formatted(comment, version)));
  }

  /** Returns what stood before a decision. */
  private static Standing before(Handle handle, long decision) {
    return handle
        .createQuery("select from_state, previous from decisions where number = :number")
        .bind("number", decision)
        .map(
            (row, context) ->
                new Standing(
                    CommentRow.outcome(row.getString("from_state")),
                    Optional.ofNullable(row.getObject("previous", Long.class))))
        .one();
  }

  private static void stand(Handle handle, UUID comment, Standing standing) {
    handle
        .createUpdate(
            """
            update comments set state = :state, decision = :decision, version = version + 1
             where id = :id
            """)
        .bind("state", standing.state.word())
        .bind("decision", standing.decision.orElse(null))
        .bind("id", comment)
        .execute();
  }

  /** A comment's state, and the decision that made it so unless the verdict did. */
  private record Standing(Outcome state, Optional<Long> decision) {}

  private record Row(UUID comment, Outcome from, Outcome to, String by, Instant at, String note) {
    long insert(Handle handle, Optional<Long> previous, Optional<Long> undoes) {
      return handle
          .createUpdate(
              """
              insert into decisions
                (comment_id, from_state, to_state, decided_by, decided_at, note, previous, undoes)
              values (:comment, :from, :to, :by, :at, :note, :previous, :undoes)
              """)
          .bind("comment", comment)
          .bind("from", from.word())
          .bind("to", to.word())
          .bind("by", by)
          .bind("at", at)
          .bind("note", note)
          .bind("previous", previous.orElse(null))
          .bind("undoes", undoes.orElse(null))
          .executeAndReturnGeneratedKeys("number")
          .mapTo(long.class)
          .one();
    }

    String change() {
      return from.word() + " to " + to.word();
    }
  }
}
