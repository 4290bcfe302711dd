package org.moderato.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class IdsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");

  @Test
  void next_withinAMillisecond_sortsByOrderOfMaking() {
    var ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));
    var made = Stream.generate(ids::next).limit(10_000).toList();
    assertEquals(made.stream().sorted().distinct().toList(), made);
  }

  @Test
  void next_isAVersion7UuidOfTheTime() {
    var id = UUID.fromString(new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1)).next());
    assertEquals(7, id.version());
    assertEquals(2, id.variant());
    assertEquals(NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
  }

  @Test
  void next_clockSetBack_stillSorts() {
    var clock = new SteppingClock(NOW, NOW.minusSeconds(3600), NOW.plusMillis(1));
    var ids = new Ids(clock, new Random(1));
    String first = ids.next();
    String second = ids.next();
    String third = ids.next();
    assertTrue(first.compareTo(second) < 0, first + " before " + second);
    assertTrue(second.compareTo(third) < 0, second + " before " + third);
  }

  private static final class SteppingClock extends Clock {
    private final ArrayList<Instant> steps;

    SteppingClock(Instant... steps) {
      this.steps = new ArrayList<>(List.of(steps));
    }

    @Override
    public Instant instant() {
      return steps.remove(0);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
