package org.moderato.store;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Who did what. Entries are added and read, never changed and never removed. Thread-safe.
 *
 * <p>The store writes an entry itself for each verdict ({@code judged}), decision ({@code decided})
 * and undo ({@code took back}), in the same transaction.
 */
public final class AuditLog {
  /** The actor of what no person did. */
  public static final String MODERATO = "moderato";

  private static final String INSERT =
      """
      insert into audit (happened_at, actor, action, comment_id, detail)
      values (:at, :actor, :action, cast(:comment as uuid), :detail)
      """;

  private final Transactions transactions;
  private final Clock clock;

  AuditLog(Transactions transactions, Clock clock) {
    this.transactions = requireNonNull(transactions);
    this.clock = requireNonNull(clock);
  }

  /**
   * Returns entries, newest first.
   *
   * @param before only entries with a smaller number; {@link Long#MAX_VALUE} to start with the
   *     newest
   * @param limit how many at most
   */
  public List<AuditEntry> latest(long before, int limit) {
    return transactions.read(
        "reading the audit log",
        handle ->
            handle
                .createQuery(
                    """
                    select number, happened_at, actor, action, comment_id, detail from audit
                     where number < :before order by number desc limit :limit
                    """)
                .bind("before", before)
                .bind("limit", limit)
                .map(
                    (row, context) -> {
                      String comment = row.getString("comment_id");
                      return new AuditEntry(
                          row.getLong("number"),
                          CommentRow.moment(row, "happened_at"),
                          row.getString("actor"),
                          row.getString("action"),
                          comment == null ? "" : comment,
                          row.getString("detail"));
                    })
                .list());
  }

  /**
   * Adds an entry.
   *
   * @param commentId the comment concerned, or empty
   */
  public void add(String actor, String action, String commentId, String detail) {
    Storable.text("the actor", actor);
    Storable.text("the action", action);
    Storable.text("the detail", detail);
    UUID comment =
        commentId.isEmpty()
            ? null
            : CommentRow.uuid(commentId)
                .orElseThrow(() -> new StoreException("the id of a comment must be a UUID"));
    transactions.write(
        "writing the audit log",
        handle -> {
          add(handle, clock.instant(), actor, action, comment, detail);
          return true;
        });
  }

  /** Adds an entry in a transaction that is under way. */
  static void add(
      Handle handle,
      Instant at,
      String actor,
      String action,
      @Nullable UUID comment,
      String detail) {
    PreparedBatch batch = handle.prepareBatch(INSERT);
    add(batch, at, actor, action, comment, detail);
    batch.execute();
  }

  /** Adds an entry for each verdict in a transaction that is under way. */
  static void addJudged(Handle handle, List<CommentRow> rows) {
    PreparedBatch batch = handle.prepareBatch(INSERT);
    rows.forEach(row -> add(batch, row.receivedAt(), MODERATO, "judged", row.id(), row.summary()));
    batch.execute();
  }

  private static void add(
      PreparedBatch batch,
      Instant at,
      String actor,
      String action,
      @Nullable UUID comment,
      String detail) {
    batch
        .bind("at", at)
        .bind("actor", actor)
        .bind("action", action)
        .bind("comment", comment)
        .bind("detail", detail)
        .add();
  }
}
