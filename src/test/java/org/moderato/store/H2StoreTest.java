package org.moderato.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The store on H2, in memory. */
final class H2StoreTest
    implements CommentsContract, AuditLogContract, PeopleContract, SecretsContract, LimitsContract {
  private final StoreSettings settings =
      new StoreSettings("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", Duration.ofSeconds(10), 4);

  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(settings, Clock.fixed(Samples.NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public StoreSettings settings() {
    return settings;
  }

  @Override
  public Connection connection() throws SQLException {
    return DriverManager.getConnection(settings.url(), "sa", "");
  }
}
