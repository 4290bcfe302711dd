package org.moderato.intake;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids for comments: version 7 UUIDs (RFC 9562), each greater than the one before, also within
 * a millisecond and when the server's clock is set back. Thread-safe.
 */
final class Ids {
  private final TimeBasedEpochGenerator generator;

  Ids(Clock clock, Random random) {
    this.generator = new TimeBasedEpochGenerator(random, new ForwardClock(clock));
  }

  String next() {
    return generator.generate().toString();
  }

  /** Stands still where the clock behind it goes back. */
  private static final class ForwardClock extends UUIDClock {
    private final Clock clock;
    private final AtomicLong latest = new AtomicLong();

    ForwardClock(Clock clock) {
      this.clock = clock;
    }

    @Override
    public long currentTimeMillis() {
      return latest.accumulateAndGet(clock.millis(), Math::max);
    }
  }
}
