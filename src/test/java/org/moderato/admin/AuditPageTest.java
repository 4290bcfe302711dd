package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuditPageTest {
  @TempDir private Path home;
  private Desk desk;

  @BeforeEach
  void start() throws Exception {
    desk = new Desk(home, Set.of());
  }

  @AfterEach
  void stop() throws Exception {
    desk.stop();
  }

  @Test
  void show_pageByPage_isNewestFirstAndComplete() throws Exception {
    int entries = 2 * AuditPage.PAGE;
    for (int i = 1; i < entries; i++) {
      desk.database().audit().add("Ben", "did", "", "number " + i);
    }
    // The sign-in is an entry as well.
    var eva = desk.signedIn("Eva");
    var seen = new ArrayList<String>();
    String next = "/desk/audit";
    while (!next.isEmpty()) {
      var page = eva.page(next);
      seen.addAll(page.select("td.message").eachText());
      next = page.select("a[rel=next]").attr("href");
    }
    var expected = new ArrayList<String>();
    expected.add("from 127.0.0.1");
    IntStream.iterate(entries - 1, i -> i > 0, i -> i - 1)
        .forEach(i -> expected.add("number " + i));
    assertEquals(expected, seen);
  }

  @ParameterizedTest
  @CsvSource({"'', 200", "7, 200", "-1, 200", "x, 400", "99999999999999999999, 400"})
  void show_before_mustBeANumber(String before, int status) throws Exception {
    assertEquals(status, desk.signedIn("Eva").get("/desk/audit?before=" + before).statusCode());
  }
}
