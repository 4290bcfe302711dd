package org.moderato.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.moderato.comment.Author;
import org.moderato.comment.Comment;
import org.moderato.comment.Page;
import org.moderato.comment.Submission;
import org.moderato.rule.Outcome;
import org.moderato.verdict.Verdict;

/** How a comment and its verdict stand in the table {@code comments}. */
final class CommentRow {
  private static final String INSERT =
      """
      insert into comments
        (id, site, page_id, page_key, page_url, page_section, parent,
         author_name, author_email, author_key, author_url, author_address, body, received_at,
         outcome, reasons, findings, rules, models, state, version)
      values
        (:id, :site, :page_id, :page_key, :page_url, :page_section, :parent,
         :author_name, :author_email, :author_key, :author_url, :author_address, :body, :received_at,
         :outcome, :reasons, :findings, :rules, :models, :state, 0)
      """;

  static final String SELECT =
      """
      select c.id, c.site, c.page_id, c.page_url, c.page_section, c.parent,
             c.author_name, c.author_email, c.author_url, c.author_address, c.body, c.received_at,
             c.outcome, c.reasons, c.findings, c.rules, c.models, c.state, c.version, c.decision,
             d.from_state, d.to_state, d.decided_by, d.decided_at, d.note
        from comments c left join decisions d on d.number = c.decision
      """;

  /** The longest e-mail address that can exist (RFC 5321, section 4.5.3.1.3). */
  private static final int LONGEST_EMAIL = 254;

  /** In UTF-16 units, which is how H2 measures a column; PostgreSQL counts code points. */
  private static final int PAGE_KEY_LENGTH = 100;

  private final Comment comment;
  private final Verdict verdict;
  private final UUID id;
  private final String reasons;
  private final String findings;

  /**
   * Makes a row.
   *
   * @throws StoreException if a database could not hold it and give it back unchanged
   */
  CommentRow(Comment comment, Verdict verdict) {
    this.comment = comment;
    this.verdict = verdict;
    this.id =
        uuid(comment.id())
            .orElseThrow(() -> new StoreException("the id of a comment must be a UUID"));
    this.reasons = Storable.text("a reason", VerdictJson.ofReasons(verdict.reasons()));
    this.findings = Storable.text("a finding", VerdictJson.ofFindings(verdict.findings()));
    var sent = comment.submission();
    Storable.text("the site", sent.site());
    Storable.text("the page's id", sent.page().id());
    Storable.text("the page's address", sent.page().url());
    Storable.text("the page's section", sent.page().section());
    Storable.text("the parent's id", sent.parent());
    Storable.text("the author's name", sent.author().name());
    Storable.text("the author's e-mail", sent.author().email());
    Storable.text("the author's web site", sent.author().url());
    Storable.text("the author's address", sent.author().address());
    Storable.text("the comment", sent.body());
  }

  /** Writes rows, and an entry of the audit log for each. */
  static void insert(Handle handle, List<CommentRow> rows) {
    PreparedBatch batch = handle.prepareBatch(INSERT);
    rows.forEach(row -> row.addTo(batch));
    batch.execute();
    AuditLog.addJudged(handle, rows);
  }

  private void addTo(PreparedBatch batch) {
    var sent = comment.submission();
    batch
        .bind("id", id)
        .bind("site", sent.site())
        .bind("page_id", sent.page().id())
        .bind("page_key", pageKey(sent.page().id()))
        .bind("page_url", sent.page().url())
        .bind("page_section", sent.page().section())
        .bind("parent", sent.parent())
        .bind("author_name", sent.author().name())
        .bind("author_email", sent.author().email())
        .bind("author_key", authorKey(sent.author()))
        .bind("author_url", sent.author().url())
        .bind("author_address", sent.author().address())
        .bind("body", sent.body())
        .bind("received_at", sent.receivedAt())
        .bind("outcome", verdict.outcome().word())
        .bind("reasons", reasons)
        .bind("findings", findings)
        .bind("rules", verdict.rules())
        .bind("models", verdict.models())
        .bind("state", verdict.outcome().word())
        .add();
  }

  UUID id() {
    return id;
  }

  Instant receivedAt() {
    return comment.submission().receivedAt();
  }

  /** Returns the outcome and the rule that gave it, for the audit log. */
  String summary() {
    String outcome = verdict.outcome().word();
    return verdict.reasons().stream()
        .filter(r -> !r.shadow() && r.then() == verdict.outcome())
        .findFirst()
        .map(r -> "%s by %s (%s:%d)".formatted(outcome, r.rule(), r.file(), r.line()))
        .orElse(outcome);
  }

  static Optional<StoredComment> find(Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + " where c.id = :id")
        .bind("id", id)
        .map((row, context) -> read(row))
        .findOne();
  }

  /** Reads a row of {@link #SELECT}. */
  static StoredComment read(ResultSet row) throws SQLException {
    String id = row.getString("id");
    var page =
        new Page(
            row.getString("page_id"), row.getString("page_url"), row.getString("page_section"));
    var author =
        new Author(
            row.getString("author_name"),
            row.getString("author_email"),
            row.getString("author_url"),
            row.getString("author_address"));
    var submission =
        new Submission(
            row.getString("site"),
            page,
            row.getString("parent"),
            author,
            row.getString("body"),
            moment(row, "received_at"));
    var verdict =
        new Verdict(
            outcome(row.getString("outcome")),
            VerdictJson.toReasons(row.getString("reasons")),
            VerdictJson.toFindings(row.getString("findings")),
            row.getString("rules"),
            row.getString("models"));
    return new StoredComment(
        new Comment(id, submission),
        verdict,
        outcome(row.getString("state")),
        row.getInt("version"),
        decision(row, id));
  }

  private static Optional<Decision> decision(ResultSet row, String id) throws SQLException {
    return row.getObject("decision") == null
        ? Optional.empty()
        : Optional.of(readDecision(row, id));
  }

  /** Reads the columns of a decision about the comment {@code id}. */
  static Decision readDecision(ResultSet row, String id) throws SQLException {
    return new Decision(
        id,
        outcome(row.getString("from_state")),
        outcome(row.getString("to_state")),
        row.getString("decided_by"),
        moment(row, "decided_at"),
        row.getString("note"));
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Returns the outcome that {@link Outcome#word} names. */
  static Outcome outcome(String word) {
    return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Returns the UUID whose usual text form this is, if it is one's. */
  static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id)).filter(uuid -> uuid.toString().equals(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the part of a page's id that is indexed. */
  static String pageKey(String pageId) {
    if (pageId.length() <= PAGE_KEY_LENGTH) {
      return pageId;
    }
    boolean splitsPair = Character.isHighSurrogate(pageId.charAt(PAGE_KEY_LENGTH - 1));
    return pageId.substring(0, splitsPair ? PAGE_KEY_LENGTH - 1 : PAGE_KEY_LENGTH);
  }

  /** Returns what authors are told apart by; null if this one left no possible address. */
  static @Nullable String authorKey(Author author) {
    String key = author.email().toLowerCase(Locale.ROOT);
    return key.isEmpty() || key.length() > LONGEST_EMAIL ? null : key;
  }
}
