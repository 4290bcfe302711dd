package org.moderato.store;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * The database failed, took too long, or cannot hold what it was given.
 *
 * <p>The message is for operators. Databases quote the values of a failed statement in their own
 * messages, so this exception repeats a driver's words only where no statement was involved: it
 * never holds a comment's words.
 */
public final class StoreException extends RuntimeException {
  StoreException(String message) {
    super(message);
  }

  private StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Makes the exception for work that failed.
   *
   * @param doing the work, such as {@code "recording a comment"}
   * @param failure what a library threw; its messages are not kept
   */
  static StoreException failed(String doing, RuntimeException failure) {
    SQLException sql = sqlExceptionIn(failure);
    if (sql == null) {
      return new StoreException(
          doing + " failed: " + failure.getClass().getSimpleName(), wordless(failure, null));
    }
    return new StoreException(doing + " failed: " + explain(sql), wordless(failure, sql));
  }

  /** Returns the operator's words for what happened. */
  @Override
  public String getMessage() {
    return requireNonNull(super.getMessage());
  }

  /** Returns whether a row with the same key was there already. */
  boolean isDuplicate() {
    return getCause() instanceof SQLException sql && "23505".equals(sql.getSQLState());
  }

  /** Returns whether the database answered, and would not have what it was given. */
  boolean isRefusal() {
    return getCause() instanceof SQLException sql
        && sql.getSQLState() != null
        && (sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23"));
  }

  /** Returns this failure for a thread that waited for the one it happened in. */
  StoreException forAnotherThread() {
    return new StoreException(getMessage(), this);
  }

  static @Nullable SQLException sqlExceptionIn(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }

  static String explain(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String code = state.isEmpty() ? "" : " (SQLSTATE " + state + ")";
    if (state.startsWith("08") || e instanceof SQLTransientConnectionException) {
      return "the database does not answer" + code;
    }
    return switch (state) {
      case "57014", "HYT00", "55P03" -> "the database took longer than its time limit" + code;
      case "23505" -> "there is such a row already" + code;
      case "53100", "90031" -> "the disk is full or cannot be written" + code;
      case "40001", "40P01" -> "the database gave way to another transaction" + code;
      case "57P01", "57P02", "57P03", "90098", "90121" -> "the database is shutting down" + code;
      default -> "the database refused" + code;
    };
  }

  /** Keeps where a failure happened, and drops what was said about it. */
  private static Throwable wordless(RuntimeException failure, @Nullable SQLException sql) {
    var kept =
        sql == null
            ? new RuntimeException(failure.getClass().getName())
            : new SQLException(sql.getClass().getName(), sql.getSQLState(), sql.getErrorCode());
    kept.setStackTrace(sql == null ? failure.getStackTrace() : sql.getStackTrace());
    return kept;
  }
}
