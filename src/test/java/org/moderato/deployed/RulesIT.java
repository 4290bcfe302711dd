package org.moderato.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor changes rule files while the packaged war runs. */
final class RulesIT {
  private static final Duration PROMISED = Duration.ofSeconds(2);
  private static final String WORD = "marmalade";

  @TempDir private Path folder;

  @Test
  void ruleFile_edited_isLiveWithinTwoSeconds() throws Exception {
    Path home = folder.resolve("home");
    try (var server = Server.start(Container.JAVA_JAR, folder, home)) {
      var reader = new Visitor(server.address());
      assertTrue(reader.comment("Ada", WORD + " is fine").text().contains(WORD + " is fine"));

      Path file = home.resolve("rules/breakfast.yaml");
      Files.writeString(
          file,
          """
          rules:
            - name: breakfast
              words: [%s]
              then: reject
              because: We do not discuss breakfast.
          """
              .formatted(WORD));
      awaitTrue(
          () ->
              reader
                  .comment("Ada", "more " + WORD)
                  .text()
                  .contains("We do not discuss breakfast."));

      Files.writeString(
          file, "rules:\n  - name: breakfast\n    when: shoutng > 1\n    then: hold\n");
      Desk desk = Desk.signIn(server.address(), home);
      awaitTrue(() -> desk.page("/desk/rules").text().contains("breakfast.yaml:3:11"));
      assertTrue(
          reader.comment("Ada", "still " + WORD).text().contains("We do not discuss breakfast."),
          "the rules that were live stay live");
      assertEquals(200, reader.status("/health/ready"));
      assertTrue(server.log().contains("shoutng"), "the log tells the mistake");
    }
  }

  private static void awaitTrue(Callable<Boolean> condition) throws Exception {
    Instant deadline = Instant.now().plus(PROMISED);
    while (!condition.call()) {
      assertTrue(Instant.now().isBefore(deadline), "not within " + PROMISED);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
