package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderato.store.Database;
import org.moderato.store.StoreSettings;

final class FirstPasswordTest {
  private static final Passwords PASSWORDS = new Passwords(4);

  @TempDir private Path home;
  private Database database;
  private FirstPassword first;

  @BeforeEach
  void open() {
    var settings =
        new StoreSettings("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", Duration.ofSeconds(10), 2);
    database = Database.open(settings, Clock.systemUTC());
    first = new FirstPassword(home);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void ensure_nobodyYet_makesAdminWithTheWrittenPassword() throws Exception {
    String password = ensure().orElseThrow();
    assertTrue(
        password.matches("([b-z][aeiou][b-z][aeiou]-){5}[b-z][aeiou][b-z][aeiou]"), password);
    assertEquals(password, Files.readString(first.file()).strip());
    var admin = database.people().find(FirstPassword.NAME).orElseThrow();
    assertTrue(PASSWORDS.matches(password, admin.passwordHash()));
    assertTrue(first.isWaiting());
  }

  @Test
  void ensure_file_isForItsOwnerAlone() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    // Left behind, and open to all: it must not stay so.
    Files.writeString(first.file(), "old");
    Files.setPosixFilePermissions(first.file(), PosixFilePermissions.fromString("rw-rw-rw-"));
    ensure();
    var permissions = Files.getPosixFilePermissions(first.file());
    assertEquals("rw-------", PosixFilePermissions.toString(permissions));
  }

  @Test
  void ensure_somebodyThere_makesNothing() {
    database.people().create("Eva", "hash");
    assertEquals(Optional.empty(), ensure());
    assertEquals(Optional.empty(), database.people().find(FirstPassword.NAME));
    assertFalse(first.isWaiting());
  }

  @Test
  void ensure_newDatabase_makesAnotherPassword() {
    String earlier = ensure().orElseThrow();
    close();
    open();
    assertNotEquals(earlier, ensure().orElseThrow());
  }

  @Test
  void ensure_homeThatIsMissing_makesNobody() {
    first = new FirstPassword(home.resolve("missing"));
    var e = assertThrows(UncheckedIOException.class, this::ensure);
    assertTrue(e.toString().contains("first-password.txt"), e.toString());
    assertTrue(database.people().isEmpty());
  }

  @Test
  void delete_twice_isQuiet() {
    ensure();
    first.delete();
    first.delete();
    assertFalse(first.isWaiting());
  }

  private Optional<String> ensure() {
    return first.ensure(database.people(), PASSWORDS, new SecureRandom());
  }
}
