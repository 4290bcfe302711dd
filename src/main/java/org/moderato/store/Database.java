package org.moderato.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Everything that Moderato remembers, in one H2 file or one PostgreSQL database. Thread-safe.
 *
 * <p>Close it when no request is under way any more.
 */
public final class Database implements AutoCloseable {
  private final HikariDataSource pool;
  private final Transactions transactions;
  private final Comments comments;
  private final AuditLog audit;
  private final People people;
  private final Secrets secrets;

  private Database(HikariDataSource pool, Vendor vendor, StoreSettings settings, Clock clock) {
    this.pool = pool;
    this.transactions = new Transactions(pool, vendor);
    this.comments =
        new Comments(transactions, new Decisions(transactions, clock), settings.timeout());
    this.audit = new AuditLog(transactions, clock);
    this.people = new People(transactions, clock);
    this.secrets = new Secrets(transactions);
  }

  /**
   * Connects, and brings the tables up to date.
   *
   * @throws StoreException if the database cannot be reached, is in use by another process (H2), or
   *     was written by a later Moderato
   */
  public static Database open(StoreSettings settings, Clock clock) {
    var vendor = Vendor.of(settings);
    HikariDataSource pool = connect(vendor, settings);
    try {
      Schema.migrate(vendor, settings);
      return new Database(pool, vendor, settings, clock);
    } catch (StoreException e) {
      pool.close();
      throw e;
    }
  }

  public Comments comments() {
    return comments;
  }

  public AuditLog audit() {
    return audit;
  }

  public People people() {
    return people;
  }

  public Secrets secrets() {
    return secrets;
  }

  /** Returns whether the tables can be read, within the time limit; never throws. */
  public boolean answers() {
    try {
      return transactions.read(
          "asking whether the database answers",
          handle -> {
            handle
                .createQuery("select number from audit order by number desc limit 1")
                .mapTo(long.class)
                .findOne();
            return true;
          });
    } catch (StoreException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static HikariDataSource connect(Vendor vendor, StoreSettings settings) {
    var config = new HikariConfig();
    config.setPoolName("store");
    config.setDriverClassName(vendor.driver());
    config.setJdbcUrl(vendor.url(settings));
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setDataSourceProperties(vendor.properties(settings.timeout()));
    config.setMaximumPoolSize(settings.connections());
    config.setConnectionTimeout(settings.timeout().toMillis());
    config.setValidationTimeout(settings.timeout().toMillis());
    config.setConnectionInitSql(vendor.onConnect(settings.timeout()));
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      SQLException cause = StoreException.sqlExceptionIn(e);
      throw new StoreException(
          cause == null
              ? "cannot open the database " + settings.place()
              : vendor.explainOpening(settings, cause));
    }
  }
}
