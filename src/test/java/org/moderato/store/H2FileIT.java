package org.moderato.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.moderato.rule.Outcome;

/** One H2 file and two processes. */
@Timeout(60)
final class H2FileIT {
  private static final int ENOUGH = 400;

  @TempDir Path folder;

  private Process other;
  private BufferedReader said;

  @BeforeEach
  void startOther() throws IOException {
    other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RecordUntilKilled.class.getName(),
                settings().url())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    said =
        new BufferedReader(
            new InputStreamReader(other.getInputStream(), StandardCharsets.US_ASCII));
    assertEquals("open", said.readLine());
  }

  @AfterEach
  void killOther() {
    other.destroyForcibly();
  }

  @Test
  void record_thenSigkill_losesNothing() throws Exception {
    var done = new ArrayList<String>();
    while (done.size() < ENOUGH) {
      done.add(said.readLine());
    }
    // Through the handle, because Process.destroyForcibly() throws away what was printed last.
    other.toHandle().destroyForcibly();
    other.waitFor();
    done.addAll(said.lines().toList());
    // The last line may have been cut short by the kill.
    done.remove(done.size() - 1);

    try (var database = Database.open(settings(), Clock.systemUTC())) {
      var lost = new ArrayList<String>();
      for (String line : done) {
        var words = List.of(line.split(" "));
        var stored = database.comments().find(words.get(1));
        boolean kept =
            words.get(0).equals("recorded")
                ? stored.isPresent()
                : stored.map(StoredComment::state).equals(Optional.of(Outcome.APPROVE));
        if (!kept) {
          lost.add(line);
        }
      }
      assertEquals(List.of(), lost);
      assertTrue(done.stream().anyMatch(line -> line.startsWith("decided")));
      int stored =
          database.comments().count(Outcome.HOLD) + database.comments().count(Outcome.APPROVE);
      long audited =
          database.audit().latest(Long.MAX_VALUE, Integer.MAX_VALUE).stream()
              .filter(entry -> entry.action().equals("judged"))
              .count();
      assertEquals(stored, audited);
    }
  }

  @Test
  void open_fileOfARunningProcess_namesTheFileAndPostgres() {
    var refused =
        assertThrows(StoreException.class, () -> Database.open(settings(), Clock.systemUTC()));
    assertEquals(
        "the database file %s.mv.db is in use by another process; one file serves one Moderato: stop the other one, or give several instances a PostgreSQL"
            .formatted(folder.resolve("store")),
        refused.getMessage());
  }

  private StoreSettings settings() {
    return new StoreSettings(
        "jdbc:h2:file:" + folder.resolve("store"), "sa", "", Duration.ofSeconds(10), 4);
  }
}
