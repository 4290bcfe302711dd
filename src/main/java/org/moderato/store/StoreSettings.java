package org.moderato.store;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Where the database is and how long it may take.
 *
 * @param url a JDBC URL of H2 or PostgreSQL, such as {@code jdbc:h2:file:/srv/moderato/data/store}
 *     or {@code jdbc:postgresql://db.example.org/moderato}
 * @param user the database's user; a new H2 file is made with it
 * @param password the user's password; may be empty
 * @param timeout how long a call waits for a connection, and how long a statement may run; at least
 *     {@link #MIN_TIMEOUT}
 * @param connections how many connections are kept open, at least 1
 */
public record StoreSettings(
    String url, String user, String password, Duration timeout, int connections) {
  /** The shortest time limit; the connection pool takes none below it. */
  public static final Duration MIN_TIMEOUT = Duration.ofMillis(250);

  /** Enough for a server of a few cores. */
  public static final int DEFAULT_CONNECTIONS = 8;

  public StoreSettings {
    requireNonNull(url);
    requireNonNull(user);
    requireNonNull(password);
    if (timeout.compareTo(MIN_TIMEOUT) < 0) {
      throw new IllegalArgumentException(
          "the database's time limit must be at least %d ms, was %d ms"
              .formatted(MIN_TIMEOUT.toMillis(), timeout.toMillis()));
    }
    if (connections < 1) {
      throw new IllegalArgumentException(
          "the number of connections must be at least 1, was " + connections);
    }
  }

  /** Returns the settings without the password and without the URL's own settings. */
  @Override
  public String toString() {
    return "%s as '%s', %d connections, %d ms"
        .formatted(place(), user, connections, timeout.toMillis());
  }

  /** Returns the URL up to its settings, which may hold a password. */
  String place() {
    return url.split("[;?]", 2)[0];
  }
}
