package org.moderato.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A point in time as a page shows it.
 *
 * @param iso for machines, in UTC
 * @param exact for people who want to know, in the clock's zone
 * @param words for people who glance: {@code 5 minutes ago}
 */
public record Moment(String iso, String exact, String words) {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss z", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  /** How long something is said to be so many days ago. */
  private static final int DAYS = 30;

  /** Describes a moment as seen from the clock's now and in its zone. */
  static Moment of(Instant at, Clock clock) {
    var local = at.atZone(clock.getZone());
    return new Moment(
        at.truncatedTo(ChronoUnit.SECONDS).toString(),
        EXACT.format(local),
        words(Duration.between(at, clock.instant()), DAY.format(local)));
  }

  private static String words(Duration ago, String day) {
    if (ago.compareTo(Duration.ofMinutes(1)) < 0) {
      // Also what clocks that disagree take for the future.
      return "just now";
    }
    if (ago.compareTo(Duration.ofHours(1)) < 0) {
      return count(ago.toMinutes(), "minute");
    }
    if (ago.compareTo(Duration.ofDays(1)) < 0) {
      return count(ago.toHours(), "hour");
    }
    return ago.toDays() <= DAYS ? count(ago.toDays(), "day") : day;
  }

  private static String count(long n, String unit) {
    return n + " " + unit + (n == 1 ? "" : "s") + " ago";
  }
}
