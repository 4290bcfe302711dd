package org.moderato.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnpackedTest {
  @TempDir private Path files;
  @TempDir private Path parent;

  @Test
  void from_war_holdsWhatTheServerNeedsAndNothingElse() throws IOException {
    Path war =
        war(
            "WEB-INF/lib/a.jar",
            "desk/desk.css",
            "META-INF/MANIFEST.MF",
            "org/moderato/launch/Main.class");
    try (var unpacked = Unpacked.from(war, parent)) {
      Path directory = unpacked.directory();
      assertEquals("WEB-INF/lib/a.jar", Files.readString(directory.resolve("WEB-INF/lib/a.jar")));
      assertTrue(Files.exists(directory.resolve("desk/desk.css")));
      assertFalse(Files.exists(directory.resolve("META-INF")));
      assertFalse(Files.exists(directory.resolve("org")));
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
    }
  }

  @Test
  void close_leavesNothing() throws IOException {
    Unpacked.from(war("WEB-INF/lib/a.jar"), parent).close();
    assertEquals(List.of(), children());
  }

  @Test
  void from_entryThatPointsOutside_isRefusedAndLeavesNothing() throws IOException {
    Path war = war("WEB-INF/../../../evil");
    var e = assertThrows(IOException.class, () -> Unpacked.from(war, parent));
    assertEquals("entry outside of the archive: WEB-INF/../../../evil", e.getMessage());
    assertEquals(List.of(), children());
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "61, true,  left by a process that was killed",
    "55, false, so new that its process may not have locked it yet"
  })
  void from_directoryNobodyUses_isDeletedOnceItIsOld(int seconds, boolean deleted, String why)
      throws IOException {
    Path leftover = Files.createDirectory(parent.resolve("moderato-war-1"));
    Files.createFile(leftover.resolve(".in-use"));
    age(leftover, seconds);
    Unpacked.from(war("WEB-INF/lib/a.jar"), parent).close();
    assertEquals(deleted, Files.notExists(leftover));
  }

  @Test
  void from_directoryInUse_isLeftAlone() throws IOException {
    Path war = war("WEB-INF/lib/a.jar");
    try (var inUse = Unpacked.from(war, parent)) {
      age(inUse.directory(), 3600);
      Unpacked.from(war, parent).close();
      assertTrue(Files.exists(inUse.directory().resolve("WEB-INF/lib/a.jar")));
    }
  }

  @Test
  void from_directoryOfSomebodyElse_isLeftAlone() throws IOException {
    Path other = Files.createDirectory(parent.resolve("moderato-war-notes"));
    age(other, 3600);
    Unpacked.from(war("WEB-INF/lib/a.jar"), parent).close();
    assertTrue(Files.exists(other));
  }

  private static void age(Path path, int seconds) throws IOException {
    Files.setLastModifiedTime(
        path, FileTime.from(Instant.now().minus(Duration.ofSeconds(seconds))));
  }

  private List<Path> children() throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.toList();
    }
  }

  /** Makes an archive whose entries hold their own names. */
  private Path war(String... entries) throws IOException {
    Path war = files.resolve("x.war");
    try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(entry.getBytes(StandardCharsets.UTF_8));
      }
    }
    return war;
  }
}
