package org.moderato.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moderato.rule.Outcome.HOLD;
import static org.moderato.store.Samples.comment;
import static org.moderato.store.Samples.id;
import static org.moderato.store.Samples.verdict;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseTest {
  @TempDir Path folder;

  @Test
  void open_fileOnceMore_findsWhatWasStored() {
    try (var database = open(url(), "secret")) {
      database.comments().record(comment(id(1)), verdict(HOLD));
    }
    try (var database = open(url(), "secret")) {
      assertTrue(database.comments().find(id(1)).isPresent());
    }
  }

  @Test
  void open_wrongPassword_namesTheFileAndTheUser() {
    open(url(), "secret").close();
    var refused = assertThrows(StoreException.class, () -> open(url(), "guess"));
    assertEquals(
        "the database file %s.mv.db refuses the password of 'sa'".formatted(path()),
        refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:mysql://localhost/moderato", "postgresql://localhost/x", ""})
  void open_otherDatabase_namesThoseThatWork(String url) {
    var refused = assertThrows(StoreException.class, () -> open(url, ""));
    assertEquals(
        "the database URL must start with jdbc:h2: or jdbc:postgresql:, was '" + url + "'",
        refused.getMessage());
  }

  @Test
  void open_serverThatIsNotThere_namesItWithoutThePassword() {
    var refused =
        assertThrows(
            StoreException.class,
            () -> open("jdbc:postgresql://127.0.0.1:1/moderato?password=hunter2", "hunter3"));
    assertTrue(
        refused
            .getMessage()
            .startsWith("cannot open the database jdbc:postgresql://127.0.0.1:1/moderato: "),
        refused.getMessage());
    assertFalse(refused.getMessage().contains("hunter"), refused.getMessage());
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "250, 1, '', exactly the least",
    "249, 1, 'the database''s time limit must be at least 250 ms, was 249 ms', just under",
    "250, 0, 'the number of connections must be at least 1, was 0', no connection",
  })
  void settings_leastValues_areHeld(int millis, int connections, String message, String why) {
    assertEquals(message, mistake(millis, connections), why);
  }

  @Test
  void settings_asText_hideThePassword() {
    var settings =
        new StoreSettings(
            "jdbc:postgresql://db/moderato?password=hunter2",
            "ada",
            "hunter3",
            Duration.ofSeconds(2),
            8);
    assertEquals(
        "jdbc:postgresql://db/moderato as 'ada', 8 connections, 2000 ms", settings.toString());
  }

  private static String mistake(int millis, int connections) {
    try {
      var settings =
          new StoreSettings("jdbc:h2:mem:", "sa", "", Duration.ofMillis(millis), connections);
      return settings.connections() == connections ? "" : "another number of connections";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private Path path() {
    return folder.resolve("store");
  }

  private String url() {
    return "jdbc:h2:file:" + path();
  }

  private static Database open(String url, String password) {
    return Database.open(
        new StoreSettings(url, "sa", password, Duration.ofSeconds(5), 2), Clock.systemUTC());
  }
}
