package org.moderato.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged war in real servers: a comment goes all the way, and survives what may happen. */
final class ContainersIT {
  private static final String FRIENDLY = "What a lovely story about the swan, thank you.";
  private static final String DOUBTFUL = "You are an idiot.";
  private static final String ABUSIVE =
      "You are a worthless piece of shit and everybody hates you.";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Container.class)
  void comments_goAllTheWay(Container container) throws Exception {
    Path home = folder.resolve("home");
    try (var server = Server.start(container, folder, home)) {
      assertCommentsGoAllTheWay(server, home);
    }
  }

  @Test
  void comments_onPostgres_goAllTheWay() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    try (var postgres = EmbeddedPostgres.start()) {
      Files.writeString(
          home.resolve("moderato.yaml"),
          """
          database:
            url: %s
          demo: demo
          sites:
            - name: demo
              paths: [/wp-comments-post.php]
          """
              .formatted(postgres.getJdbcUrl("postgres", "postgres")));
      try (var server = Server.start(Container.TOMCAT_10_1, folder, home)) {
        assertCommentsGoAllTheWay(server, home);
      }
    }
  }

  @Test
  void comments_serverKilled_areAllThere() throws Exception {
    Path home = folder.resolve("home");
    var killed = Server.start(Container.JAVA_JAR, folder, home);
    var reader = new Visitor(killed.address());
    reader.comment("Ada", FRIENDLY);
    reader.comment("Ben", DOUBTFUL);
    killed.kill();

    try (var server = Server.start(Container.JAVA_JAR, folder, home)) {
      assertTrue(isOnThePage(new Visitor(server.address()), FRIENDLY));
      Desk desk = Desk.signIn(server.address(), home);
      desk.decide("approve", DOUBTFUL);
      assertTrue(isOnThePage(new Visitor(server.address()), DOUBTFUL));
    }
  }

  private static void assertCommentsGoAllTheWay(Server server, Path home) throws Exception {
    var reader = new Visitor(server.address());

    reader.comment("Ada", FRIENDLY);
    assertTrue(isOnThePage(reader, FRIENDLY), "a friendly comment appears at once");

    Document held = reader.comment("Ben", DOUBTFUL);
    assertTrue(held.text().contains("awaiting moderation"), held::text);
    assertFalse(isOnThePage(reader, DOUBTFUL), "a doubtful comment waits");

    Document rejected = reader.comment("Cid", ABUSIVE);
    assertTrue(rejected.text().contains("not accepted"), rejected::text);
    assertFalse(isOnThePage(reader, ABUSIVE), "an abusive comment is turned away");

    Document missing = reader.comment("", "");
    assertTrue(missing.text().contains("Please enter your comment!"), missing::text);
    assertTrue(missing.text().contains("Please enter your name here"), missing::text);

    Desk desk = Desk.signIn(server.address(), home);
    Document approved = desk.decide("approve", DOUBTFUL);
    assertTrue(isOnThePage(reader, DOUBTFUL), "what a moderator approves appears");
    desk.undo(approved);
    assertFalse(isOnThePage(reader, DOUBTFUL), "what a moderator takes back disappears");
    String audit = desk.page("/desk/audit").text();
    assertTrue(audit.contains("admin took back approve to hold"), audit);
    assertTrue(audit.contains("admin decided hold to approve"), audit);

    assertNothingPrivateIsServed(reader, home);
    String log = server.log();
    assertFalse(log.contains(DOUBTFUL) || log.contains(FRIENDLY), "no comment stands in the log");
    assertFalse(log.contains("Exception"), log);
  }

  private static void assertNothingPrivateIsServed(Visitor reader, Path home) throws Exception {
    assertEquals(403, reader.status("/org/moderato/launch/Main.class"));
    assertEquals(404, reader.status("/WEB-INF/web.xml"));
    assertEquals(404, reader.status("/META-INF/MANIFEST.MF"));
    assertTrue(reader.status("/demo/") >= 400, "folders are not listed");
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(home.resolve("first-password.txt"))));
  }

  /** Returns whether somebody who has no cookies sees a comment. */
  private static boolean isOnThePage(Visitor reader, String comment)
      throws IOException, InterruptedException {
    return reader.stranger().page("/").select("#comments").text().contains(comment);
  }
}
