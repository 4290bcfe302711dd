package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.store.Database;
import org.moderato.store.StoreSettings;

final class GuessesTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Database database;

  @BeforeEach
  void open() {
    var settings =
        new StoreSettings("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", Duration.ofSeconds(10), 2);
    database = Database.open(settings, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "0, 5, 0, no failure",
    "4, 5, 0, the last free one",
    "5, 5, 2, the first that costs",
    "6, 5, 4, twice as long",
    "13, 5, 512, the last below the limit",
    "14, 5, 900, the limit of a quarter of an hour",
    "1000000, 5, 900, no overflow",
    "19, 20, 0, the last free one of an address",
    "20, 20, 2, the first that costs of an address",
  })
  void delay(int failures, int free, long seconds, String why) {
    assertEquals(Duration.ofSeconds(seconds), Guesses.delay(failures, free), why);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "192.0.2.1, address:192.0.2.1, itself",
    "2001:db8:1:2:3:4:5:6, network:20010db800010002, its network of 64 bits",
    "2001:db8:1:2::9, network:20010db800010002, a neighbour in it",
    "2001:db8:1:3::9, network:20010db800010003, the network beside it",
    "::1, network:0000000000000000, the loopback",
    "not:an:address, address:not:an:address, nothing that is an address",
  })
  void addressKey(String address, String key, String why) {
    assertEquals(key, Guesses.addressKey(address), why);
  }

  @Test
  void admit_tooManyOfOneName_waitsTwiceAsLongEachTime() {
    fail("Eva", Guesses.FREE_BY_NAME);
    assertEquals(Duration.ofSeconds(2), at(0).admit("Eva", "192.0.2.9"));
    assertEquals(Duration.ofSeconds(1), at(1).admit("Eva", "192.0.2.9"));
    assertEquals(Duration.ZERO, at(2).admit("Eva", "192.0.2.9"));
    assertEquals(Duration.ofSeconds(4), at(2).admit("Eva", "192.0.2.9"));
  }

  @Test
  void admit_sameNameInOtherLetters_isTheSameName() {
    fail("Eva", Guesses.FREE_BY_NAME);
    assertEquals(Duration.ofSeconds(2), at(0).admit(" EVA ", "192.0.2.9"));
  }

  @Test
  void admit_refused_doesNotMakeTheWaitLonger() {
    fail("Eva", Guesses.FREE_BY_NAME);
    for (int i = 0; i < 10; i++) {
      at(1).admit("Eva", "192.0.2.9");
    }
    assertEquals(Duration.ZERO, at(2).admit("Eva", "192.0.2.9"));
  }

  @Test
  void admit_manyNamesFromOneAddress_waits() {
    for (int i = 0; i < Guesses.FREE_BY_ADDRESS; i++) {
      assertEquals(Duration.ZERO, at(0).admit("name " + i, "192.0.2.1"));
      at(0).failed("192.0.2.1");
    }
    assertEquals(Duration.ofSeconds(2), at(0).admit("another", "192.0.2.1"));
    assertEquals(Duration.ZERO, at(0).admit("another", "192.0.2.2"));
  }

  @Test
  void succeeded_forgetsTheName() {
    fail("Eva", Guesses.FREE_BY_NAME);
    at(0).succeeded("EVA");
    assertEquals(Duration.ZERO, at(0).admit("Eva", "192.0.2.9"));
  }

  @Test
  void admit_aDayLater_hasForgotten() {
    fail("Eva", 14);
    assertEquals(Duration.ofMinutes(15), at(0).admit("Eva", "192.0.2.9"));
    assertEquals(Duration.ZERO, at(24 * 3600 + 1).admit("Eva", "192.0.2.9"));
    assertEquals(Duration.ZERO, at(24 * 3600 + 1).admit("Eva", "192.0.2.9"));
  }

  private Guesses at(long secondsAfterNoon) {
    return new Guesses(
        database.people(), Clock.fixed(NOON.plusSeconds(secondsAfterNoon), ZoneOffset.UTC));
  }

  private void fail(String name, int times) {
    for (int i = 0; i < times; i++) {
      database.people().noteFailure("name:" + name.toLowerCase(Locale.ROOT), NOON);
    }
  }
}
