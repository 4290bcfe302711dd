package org.moderato.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moderato.rule.Outcome.APPROVE;
import static org.moderato.rule.Outcome.HOLD;
import static org.moderato.store.Samples.comment;
import static org.moderato.store.Samples.id;
import static org.moderato.store.Samples.verdict;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What {@link Database} promises when the database is slow, gone or not its own. */
interface LimitsContract {
  /** Returns a database without rows. */
  Database database();

  /** Returns the settings with which it was opened. */
  StoreSettings settings();

  /** Returns a connection past the store. */
  Connection connection() throws SQLException;

  @Test
  default void decide_rowLockedByAnother_endsAtTheTimeLimit() throws SQLException {
    database().comments().record(comment(id(1)), verdict(HOLD));
    try (var hasty = Database.open(hastySettings(), Clock.systemUTC());
        var other = connection();
        var lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("update comments set version = version");
      var late =
          assertThrows(
              StoreException.class, () -> hasty.comments().decide(id(1), APPROVE, "Eva", "", 0));
      assertTrue(
          late.getMessage()
              .startsWith(
                  "deciding comment %s failed: the database took longer than its time limit"
                      .formatted(id(1))),
          late.getMessage());
      assertTrue(hasty.answers());
    }
    assertEquals(0, database().comments().find(id(1)).orElseThrow().version());
  }

  @Test
  default void record_tableLockedByAnother_failsAndCanBeTriedAgain() throws SQLException {
    database().comments().record(comment(id(1)), verdict(HOLD));
    try (var hasty = Database.open(hastySettings(), Clock.systemUTC())) {
      try (var other = connection();
          var lock = other.createStatement()) {
        other.setAutoCommit(false);
        // An id that is being written by somebody else, who has not said whether it stays.
        lock.execute(
            """
            insert into comments
              select '%s', site, page_id, page_key, page_url, page_section, parent, author_name,
                     author_email, author_key, author_url, author_address, body, received_at,
                     outcome, reasons, findings, rules, models, state, version, decision
                from comments
            """
                .formatted(id(2)));
        assertThrows(
            StoreException.class, () -> hasty.comments().record(comment(id(2)), verdict(HOLD)));
        other.rollback();
      }
      hasty.comments().record(comment(id(2)), verdict(HOLD));
    }
    assertEquals(2, database().comments().count(HOLD));
  }

  @Test
  default void answers_closed_isFalse() {
    var closed = Database.open(hastySettings(), Clock.systemUTC());
    assertTrue(closed.answers());
    closed.close();
    assertFalse(closed.answers());
  }

  @Test
  default void open_tablesOfALaterVersion_isRefused() throws SQLException {
    try (var connection = connection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into "flyway_schema_history"
            ("installed_rank", "version", "description", "type", "script", "checksum",
             "installed_by", "execution_time", "success")
          values (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'later', 1, true)
          """);
      var refused =
          assertThrows(StoreException.class, () -> Database.open(settings(), Clock.systemUTC()));
      statement.execute("delete from \"flyway_schema_history\" where \"installed_rank\" = 999");
      assertTrue(
          refused
              .getMessage()
              .matches(
                  "the database \\S+ belongs to a later Moderato: its tables are at version 999,"
                      + " this one knows up to \\d+; start the later one, or restore a backup from"
                      + " before the upgrade"),
          refused.getMessage());
    }
  }

  private StoreSettings hastySettings() {
    return new StoreSettings(
        settings().url(), settings().user(), settings().password(), StoreSettings.MIN_TIMEOUT, 2);
  }
}
