package org.moderato.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShippedFilesTest {
  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void makeHome() {
    home = new Home(folder.resolve("home"), folder.resolve("home/rules"));
  }

  @Test
  void layOut_newHome_hasTheSettingsAndEveryRuleFile() throws IOException {
    ShippedFiles.layOut(home);

    assertTrue(Files.exists(home.configFile()));
    assertTrue(Files.isDirectory(home.models()));
    assertEquals(names(Path.of("rules")), names(home.rules()));
  }

  @Test
  void layOut_again_leavesEditedAndDeletedFilesAlone() throws IOException {
    ShippedFiles.layOut(home);
    Files.writeString(home.configFile(), "edited");
    Path deleted = firstRule();
    Files.delete(deleted);

    ShippedFiles.layOut(home);

    assertEquals("edited", Files.readString(home.configFile()));
    assertFalse(Files.exists(deleted));
  }

  @Test
  void layOut_upgrade_replacesOnlyWhatNobodyEdited() throws IOException {
    ShippedFiles.layOut(home);
    String shipped = Files.readString(home.configFile());
    pretendThatAnOlderVersionWasLaidOut("moderato.yaml", "older");
    pretendThatAnOlderVersionWasLaidOut("rules/" + home.rules().relativize(firstRule()), "older");
    Files.writeString(firstRule(), "edited");

    ShippedFiles.layOut(home);

    assertEquals(shipped, Files.readString(home.configFile()));
    assertEquals("edited", Files.readString(firstRule()));
  }

  @Test
  void layOut_rulesElsewhere_writesNone() {
    var elsewhere = new Home(folder.resolve("home"), folder.resolve("checkout/rules"));
    ShippedFiles.layOut(elsewhere);
    assertFalse(Files.exists(folder.resolve("home/rules")));
    assertFalse(Files.exists(folder.resolve("checkout")));
  }

  @Test
  void layOut_homeIsAFile_namesIt() throws IOException {
    Files.writeString(home.folder(), "in the way");
    var e = assertThrows(UncheckedIOException.class, () -> ShippedFiles.layOut(home));
    assertTrue(e.toString().contains("cannot lay out the home " + home.folder()), e::toString);
  }

  private void pretendThatAnOlderVersionWasLaidOut(String name, String content) throws IOException {
    Path file = Files.writeString(home.folder().resolve(name), content);
    Path note = home.data().resolve("shipped-files.txt");
    String older = "da925a30e31f7fdaa7044e3e5ba4ae17670de82d677b0e7adf5700428a137a36";
    assertEquals(content, Files.readString(file));
    Files.write(
        note,
        Files.readAllLines(note).stream()
            .map(line -> line.endsWith(" " + name) ? older + " " + name : line)
            .toList());
  }

  private Path firstRule() throws IOException {
    return home.rules().resolve(names(Path.of("rules")).get(0));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
