package org.moderato.store;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The store on a real PostgreSQL. Skipped where none can start, unless {@code CI=true}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresStoreIT
    implements CommentsContract, AuditLogContract, PeopleContract, SecretsContract, LimitsContract {
  @SuppressWarnings("NullAway.Init") // start() sets both, unless it skips all tests
  private EmbeddedPostgres server;

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @BeforeAll
  void start() throws IOException {
    try {
      server = EmbeddedPostgres.start();
    } catch (IOException | IllegalStateException e) {
      if ("true".equals(System.getenv("CI"))) {
        throw e;
      }
      abort(
          "no PostgreSQL could start (%s); as root it needs util-linux and user namespaces: apt-get install util-linux"
              .formatted(e.getMessage()));
    }
    database = Database.open(settings(), Clock.fixed(Samples.NOON, ZoneOffset.UTC));
  }

  @AfterAll
  void stop() throws IOException {
    if (database != null) {
      database.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void empty() throws SQLException {
    try (var connection = connection();
        var statement = connection.createStatement()) {
      statement.execute("truncate comments, decisions, audit, people, sessions, failures, secrets");
    }
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public StoreSettings settings() {
    return new StoreSettings(
        server.getJdbcUrl("postgres", "postgres"), "postgres", "", Duration.ofSeconds(10), 4);
  }

  @Override
  public Connection connection() throws SQLException {
    return DriverManager.getConnection(settings().url(), "postgres", "");
  }
}
