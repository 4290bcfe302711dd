package org.moderato.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.h2.api.ErrorCode;

/** The databases that the store knows, and all that differs between them. */
enum Vendor {
  /** One file (or memory), one process. */
  H2("org.h2.Driver") {
    @Override
    String url(StoreSettings settings) {
      // The last requests of a stopping server still need the database; close() closes it.
      return settings.url() + (setsClosing(settings.url()) ? "" : ";DB_CLOSE_ON_EXIT=FALSE");
    }

    @Override
    Properties properties(Duration timeout) {
      return new Properties();
    }

    @Override
    String onConnect(Duration timeout) {
      long millis = timeout.toMillis();
      return "set query_timeout " + millis + "; set lock_timeout " + millis;
    }

    @Override
    Optional<String> afterCommit() {
      // H2 itself would write up to 500 ms later. Its WRITE_DELAY=0 would write at once, but leave
      // the disk's own cache alone and stop the thread that keeps the file small.
      return Optional.of("checkpoint sync");
    }

    @Override
    String explainOpening(StoreSettings settings, SQLException e) {
      return switch (e.getErrorCode()) {
        case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
            "the database file %s is in use by another process; one file serves one Moderato: stop the other one, or give several instances a PostgreSQL"
                .formatted(file(settings));
        case ErrorCode.WRONG_USER_OR_PASSWORD ->
            "the database file %s refuses the password of '%s'"
                .formatted(file(settings), settings.user());
        default -> "cannot open the database %s: %s".formatted(settings.place(), e.getMessage());
      };
    }

    private static boolean setsClosing(String url) {
      return url.toUpperCase(Locale.ROOT).contains(";DB_CLOSE_ON_EXIT=");
    }

    private static String file(StoreSettings settings) {
      return settings.place().replaceFirst("^jdbc:h2:(file:)?", "") + ".mv.db";
    }
  },

  /** A server that several instances share. */
  POSTGRESQL("org.postgresql.Driver") {
    @Override
    String url(StoreSettings settings) {
      return settings.url();
    }

    @Override
    Properties properties(Duration timeout) {
      int seconds = (int) timeout.plusMillis(999).toSeconds();
      var properties = new Properties();
      properties.setProperty("ApplicationName", "moderato");
      properties.setProperty("connectTimeout", String.valueOf(seconds));
      // For a server that falls silent; a statement that is merely slow ends sooner, on the server.
      properties.setProperty("socketTimeout", String.valueOf(2 * seconds));
      // The detail of an error quotes the row.
      properties.setProperty("logServerErrorDetail", "false");
      properties.setProperty("reWriteBatchedInserts", "true");
      return properties;
    }

    @Override
    String onConnect(Duration timeout) {
      long millis = timeout.toMillis();
      return "set statement_timeout = " + millis + "; set lock_timeout = " + millis;
    }

    @Override
    Optional<String> afterCommit() {
      return Optional.empty();
    }

    @Override
    String explainOpening(StoreSettings settings, SQLException e) {
      return "cannot open the database %s: %s".formatted(settings.place(), e.getMessage());
    }
  };

  private final String driver;

  Vendor(String driver) {
    this.driver = driver;
  }

  /**
   * Returns the vendor of a JDBC URL.
   *
   * @throws StoreException if it is neither
   */
  static Vendor of(StoreSettings settings) {
    if (settings.url().startsWith("jdbc:h2:")) {
      return H2;
    }
    if (settings.url().startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new StoreException(
        "the database URL must start with jdbc:h2: or jdbc:postgresql:, was '"
            + settings.place()
            + "'");
  }

  /** Returns the driver's class; in a servlet container a driver is not found by its URL alone. */
  String driver() {
    return driver;
  }

  /** Returns the URL with what the store relies on, unless the operator's URL sets it otherwise. */
  abstract String url(StoreSettings settings);

  /** Returns the driver's properties for the connections of the pool. */
  abstract Properties properties(Duration timeout);

  /** Returns what sets the time limits of a new connection. */
  abstract String onConnect(Duration timeout);

  /** Returns the statement that puts what was committed on the disk, if a commit does not. */
  abstract Optional<String> afterCommit();

  /** Returns the operator's words for a database that could not be opened. */
  abstract String explainOpening(StoreSettings settings, SQLException e);
}
