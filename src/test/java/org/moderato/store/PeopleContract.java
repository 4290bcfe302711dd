package org.moderato.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moderato.store.Samples.NOON;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link People} promises on every database. */
interface PeopleContract {
  /** Returns a database without rows, whose clock stands at {@link Samples#NOON}. */
  Database database();

  @Test
  default void isEmpty_untilSomebodyIsCreated_isTrue() {
    assertTrue(database().people().isEmpty());
    database().people().create("Eva", "hash");
    assertFalse(database().people().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Éva", "ÉVA", "éva"})
  default void find_anyCase_returnsTheNameAsWritten(String typed) {
    var created = database().people().create("Éva", "hash");
    assertEquals(Optional.of(created), database().people().find(typed));
    assertEquals(new Person("Éva", "hash"), created);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ev", "Eva ", "Eva\0", "\uD83D", "' or ''='"})
  default void find_nobody_isEmpty(String typed) {
    database().people().create("Eva", "hash");
    assertEquals(Optional.empty(), database().people().find(typed));
  }

  @Test
  default void find_hugeName_isEmpty() {
    assertEquals(Optional.empty(), database().people().find("x".repeat(1_000_000)));
  }

  @Test
  default void create_nameInAnotherCase_isTaken() {
    database().people().create("Eva", "hash");
    var taken =
        assertThrows(NameTakenException.class, () -> database().people().create("EVA", "other"));
    assertEquals("there is somebody named 'EVA' already", taken.getMessage());
    assertEquals("hash", database().people().find("eva").orElseThrow().passwordHash());
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({"x, 100, longest", "İ, 100, longest after folding"})
  default void create_longName_isKept(String letter, int times, String why) {
    String name = letter.repeat(times);
    database().people().create(name, "hash");
    assertEquals(name, database().people().find(name).orElseThrow().name(), why);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({"x, 101, too long", "' ', 3, blank", "x, 0, empty"})
  default void create_badName_isRefused(String letter, int times, String why) {
    assertThrows(
        IllegalArgumentException.class,
        () -> database().people().create(letter.repeat(times), "hash"),
        why);
  }

  @Test
  default void changePassword_somebody_endsTheirSessionsOnly() {
    var people = database().people();
    people.create("Eva", "old");
    people.create("Ben", "his");
    people.openSession("evas", "Eva", NOON.plusSeconds(60));
    people.openSession("bens", "Ben", NOON.plusSeconds(60));
    people.changePassword("eva", "new");
    assertEquals("new", people.find("Eva").orElseThrow().passwordHash());
    assertEquals("his", people.find("Ben").orElseThrow().passwordHash());
    assertEquals(Optional.empty(), people.session("evas", NOON));
    assertTrue(people.session("bens", NOON).isPresent());
  }

  @Test
  default void changePassword_nobody_isRefused() {
    assertThrows(
        NoSuchElementException.class, () -> database().people().changePassword("Eva", "new"));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "PT0S, true, at once",
    "PT59.999999S, true, in its last microsecond",
    "PT60S, false, when it expires",
    "PT61S, false, after"
  })
  default void session_untilItExpires_isThere(Duration later, boolean there, String why) {
    var people = database().people();
    people.create("Eva", "hash");
    people.openSession("token", "eva", NOON.plusSeconds(60));
    var expected = there ? Optional.of(new Session("Eva", NOON.plusSeconds(60))) : Optional.empty();
    assertEquals(expected, people.session("token", NOON.plus(later)), why);
    assertEquals(Optional.empty(), people.session("other", NOON.plus(later)));
  }

  @Test
  default void renewSession_one_movesItsEndAlone() {
    var people = database().people();
    people.create("Eva", "hash");
    people.openSession("one", "Eva", NOON.plusSeconds(60));
    people.openSession("two", "Eva", NOON.plusSeconds(60));
    people.renewSession("one", NOON.plusSeconds(90));
    people.renewSession("never", NOON.plusSeconds(90));
    assertEquals(
        Optional.of(new Session("Eva", NOON.plusSeconds(90))), people.session("one", NOON));
    assertEquals(
        Optional.of(new Session("Eva", NOON.plusSeconds(60))), people.session("two", NOON));
    assertEquals(Optional.empty(), people.session("never", NOON));
  }

  @Test
  default void closeSession_one_leavesTheOther() {
    var people = database().people();
    people.create("Eva", "hash");
    people.openSession("one", "Eva", NOON.plusSeconds(60));
    people.openSession("two", "Eva", NOON.plusSeconds(60));
    people.closeSession("one");
    people.closeSession("never");
    assertEquals(Optional.empty(), people.session("one", NOON));
    assertTrue(people.session("two", NOON).isPresent());
  }

  @Test
  default void openSession_forgetsThoseThatExpired() {
    var people = database().people();
    people.create("Eva", "hash");
    people.openSession("old", "Eva", NOON);
    people.openSession("new", "Eva", NOON.plusSeconds(60));
    assertEquals(Optional.empty(), people.session("old", NOON.minusSeconds(1)));
  }

  @Test
  default void openSession_ofNobody_isRefused() {
    assertThrows(
        StoreException.class,
        () -> database().people().openSession("token", "Eva", NOON.plusSeconds(60)));
  }

  @Test
  default void failuresSince_threshold_countsFromItOn() {
    var people = database().people();
    people.noteFailure("name:eva", NOON);
    people.noteFailure("name:eva", NOON.plusSeconds(10));
    people.noteFailure("name:ben", NOON.plusSeconds(10));
    assertEquals(2, people.failuresSince("name:eva", NOON));
    assertEquals(1, people.failuresSince("name:eva", NOON.plusNanos(1_000)));
    assertEquals(0, people.failuresSince("name:eva", NOON.plusSeconds(11)));
    assertEquals(Optional.of(NOON.plusSeconds(10)), people.lastFailure("name:eva"));
    assertEquals(Optional.empty(), people.lastFailure("name:ida"));
  }

  @Test
  default void clearFailures_one_leavesOthers() {
    var people = database().people();
    people.noteFailure("a", NOON);
    people.noteFailure("b", NOON);
    people.clearFailures("a");
    assertEquals(0, people.failuresSince("a", NOON));
    assertEquals(1, people.failuresSince("b", NOON));
  }

  @Test
  default void noteFailure_anyKey_isCounted() {
    for (String key : new String[] {"", "\0", "\uD83D", "x".repeat(1_000_000)}) {
      database().people().noteFailure(key, NOON);
      assertEquals(1, database().people().failuresSince(key, NOON));
    }
  }

  @Test
  default void noteFailure_aDayLater_forgets() {
    var people = database().people();
    people.noteFailure("a", NOON);
    people.noteFailure("b", NOON.plus(People.FAILURE_KEPT));
    assertEquals(1, people.failuresSince("a", NOON));
    people.noteFailure("b", NOON.plus(People.FAILURE_KEPT).plusMillis(1));
    assertEquals(0, people.failuresSince("a", NOON));
  }
}
