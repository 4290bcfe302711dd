package org.moderato.store;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Runs work on a connection and turns what a driver throws into a {@link StoreException}.
 *
 * <p>Moments are stored to the microsecond, which is what PostgreSQL keeps.
 */
final class Transactions {
  private final Jdbi jdbi;
  private final Vendor vendor;

  Transactions(DataSource source, Vendor vendor) {
    this.vendor = vendor;
    jdbi = Jdbi.create(source);
    jdbi.registerArgument(new MomentArgument());
  }

  /**
   * Runs queries.
   *
   * @param doing what is being done, for the message of a failure
   */
  <T> T read(String doing, Function<Handle, T> work) {
    return explained(doing, () -> jdbi.withHandle(work::apply));
  }

  /** Runs statements that succeed or fail together; when it returns they are on the disk. */
  <T> T write(String doing, Function<Handle, T> work) {
    return explained(
        doing,
        () ->
            jdbi.withHandle(
                handle -> {
                  T result = handle.inTransaction(work::apply);
                  vendor.afterCommit().ifPresent(handle::execute);
                  return result;
                }));
  }

  private static <T> T explained(String doing, Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbiException e) {
      throw StoreException.failed(doing, e);
    }
  }

  /** Binds an {@link Instant} as a moment, free of any time zone's gaps and overlaps. */
  private static final class MomentArgument extends AbstractArgumentFactory<Instant> {
    MomentArgument() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant moment, ConfigRegistry config) {
      var kept = moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
      return (position, statement, context) -> statement.setObject(position, kept);
    }
  }
}
