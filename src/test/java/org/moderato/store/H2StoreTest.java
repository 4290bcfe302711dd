package org.moderato.store;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The store on H2, in memory. */
final class H2StoreTest
    implements CommentsContract, AuditLogContract, PeopleContract, SecretsContract {
  private Database database;

  @BeforeEach
  void open() {
    var settings =
        new StoreSettings("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", Duration.ofSeconds(10), 4);
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
}
