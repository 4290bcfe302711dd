package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MomentTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneId.of("Europe/Kyiv"));

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "PT-1H, just now, a clock that runs ahead",
    "PT0S, just now, this moment",
    "PT59S, just now, less than a minute",
    "PT1M, 1 minute ago, a minute",
    "PT1M59S, 1 minute ago, not yet two",
    "PT2M, 2 minutes ago, two",
    "PT59M59S, 59 minutes ago, not yet an hour",
    "PT1H, 1 hour ago, an hour",
    "PT23H59M, 23 hours ago, not yet a day",
    "PT24H, 1 day ago, a day",
    "PT720H, 30 days ago, the longest that is counted",
    "PT744H, 23 Oct 2026, longer ago",
  })
  void words(Duration ago, String words, String why) {
    assertEquals(words, Moment.of(NOON.instant().minus(ago), NOON).words(), why);
  }

  @Test
  void exact_isInTheClocksZone() {
    var moment = Moment.of(Instant.parse("2026-07-01T22:30:05.123456Z"), NOON);
    assertEquals("2 Jul 2026, 01:30:05 EEST", moment.exact());
    assertEquals("2026-07-01T22:30:05Z", moment.iso());
  }
}
