package org.moderato.store;

import java.util.ArrayList;
import java.util.Collections;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** The tables, brought up to this version's by numbered migrations. */
final class Schema {
  private static final String MIGRATIONS = "classpath:org/moderato/store/migrations";

  private Schema() {}

  /**
   * Runs the migrations that the database has not seen yet. Instances that start together wait for
   * each other. There is no time limit: a migration of many rows may take long.
   *
   * @throws StoreException if a later Moderato has been here, or if a migration fails
   */
  static void migrate(Vendor vendor, StoreSettings settings) {
    var flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .driver(vendor.driver())
            .dataSource(vendor.url(settings), settings.user(), settings.password())
            .locations(MIGRATIONS)
            .failOnMissingLocations(true)
            .load();
    try {
      refuseLaterSchema(flyway, settings);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "cannot bring the tables of %s up to date: %s"
              .formatted(settings.place(), e.getMessage()));
    }
  }

  private static void refuseLaterSchema(Flyway flyway, StoreSettings settings) {
    var known = new ArrayList<MigrationVersion>();
    var unknown = new ArrayList<MigrationVersion>();
    for (MigrationInfo migration : flyway.info().all()) {
      (migration.getState().isResolved() ? known : unknown).add(migration.getVersion());
    }
    if (!unknown.isEmpty()) {
      throw new StoreException(
          "the database %s belongs to a later Moderato: its tables are at version %s, this one knows up to %s; start the later one, or restore a backup from before the upgrade"
              .formatted(settings.place(), Collections.max(unknown), Collections.max(known)));
    }
  }
}
