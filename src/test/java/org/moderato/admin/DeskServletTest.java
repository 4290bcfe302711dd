package org.moderato.admin;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moderato.admin.Samples.ADA;
import static org.moderato.admin.Samples.comment;
import static org.moderato.admin.Samples.id;
import static org.moderato.admin.Samples.verdict;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.rule.Outcome;

/** Who may do what, whatever the page. */
final class DeskServletTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir private static Path home;
  private static Desk desk;

  @BeforeAll
  static void start() throws Exception {
    desk = new Desk(home, Set.of());
    desk.database()
        .comments()
        .record(comment(id(1), ADA, Samples.TEXT, Desk.NOON), verdict(Outcome.HOLD));
  }

  @AfterAll
  static void stop() throws Exception {
    desk.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/desk",
        "/desk/",
        "/desk/published",
        "/desk/rejected",
        "/desk/rules",
        "/desk/audit",
        "/desk/account",
        "/desk/sign-out",
        "/desk/comments/00000000-0001-7000-8000-000000000000",
        "/desk/comments/00000000-0001-7000-8000-000000000000/approve",
        "/desk/no-such-page",
        "/desk/desk.css/",
        "/desk/DESK.CSS",
        "/desk/sign-in/",
        "/desk/sign-in/../audit",
        "/desk/audit;/sign-in",
      })
  void get_stranger_isSentToSignIn(String path) throws Exception {
    var answer = desk.browser().get(path);
    assertEquals(303, answer.statusCode());
    assertTrue(
        answer.headers().firstValue("Location").orElseThrow().startsWith("/desk/sign-in"),
        path + " leads to " + answer.headers().firstValue("Location"));
    assertFalse(answer.body().contains("fool"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "reject", "undo"})
  void post_stranger_changesNothing(String action) throws Exception {
    var stranger = desk.browser();
    stranger.get("/desk/sign-in");
    var answer = stranger.post("/desk/comments/" + id(1) + "/" + action, Map.of("version", "0"));
    assertEquals(303, answer.statusCode());
    assertEquals(1, desk.database().comments().count(Outcome.HOLD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "guess"})
  void post_withoutTheFormsToken_isForbidden(String token) throws Exception {
    var eva = desk.signedIn("Eva");
    for (String path :
        new String[] {
          "/desk/comments/" + id(1) + "/approve", "/desk/sign-out", "/desk/account", "/desk/sign-in"
        }) {
      var answer = eva.post(path, Map.of("version", "0", "form-token", token));
      assertEquals(403, answer.statusCode(), path);
      assertTrue(answer.body().contains("This form is out of date"), path);
    }
    assertEquals(1, desk.database().comments().count(Outcome.HOLD));
    assertEquals(200, eva.get("/desk").statusCode());
  }

  @Test
  void post_withSomebodyElsesToken_isForbidden() throws Exception {
    String token = desk.signedIn("Mallory").page("/desk").select("input[name=form-token]").val();
    var answer =
        desk.signedIn("Eva")
            .post(
                "/desk/comments/" + id(1) + "/approve",
                Map.of("version", "0", "form-token", token));
    assertEquals(403, answer.statusCode());
  }

  @ParameterizedTest
  @CsvSource({"same-origin, 303", "none, 303", "same-site, 403", "cross-site, 403"})
  void post_originThatTheBrowserTells_mustBeOurs(String site, int status) throws Exception {
    var eva = desk.signedIn("Eva");
    String token = eva.page("/desk").select("input[name=form-token]").val();
    var request =
        HttpRequest.newBuilder(desk.url("/desk/sign-out"))
            .header("Content-Type", FORM)
            .header("Sec-Fetch-Site", site)
            .POST(BodyPublishers.ofString("form-token=" + token))
            .build();
    assertEquals(status, eva.send(request).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /desk, 'GET, HEAD'",
    "DELETE, /desk/comments/00000000-0001-7000-8000-000000000000, 'GET, HEAD'",
    "POST, /desk/audit, 'GET, HEAD'",
    "PATCH, /desk/account, 'GET, HEAD, POST'",
    "GET, /desk/comments/00000000-0001-7000-8000-000000000000/approve, POST",
    "HEAD, /desk/sign-out, POST",
    "GET, /desk/sign-out, POST",
    "OPTIONS, /desk, 'GET, HEAD'",
    "TRACE, /desk, 'GET, HEAD'",
    "PURGE, /desk/sign-in, 'GET, HEAD, POST'",
  })
  void service_wrongMethod_is405(String method, String path, String allow) throws Exception {
    var request =
        HttpRequest.newBuilder(desk.url(path)).method(method, BodyPublishers.noBody()).build();
    var answer = desk.signedIn("Eva").send(request);
    assertEquals(405, answer.statusCode());
    assertEquals(allow, answer.headers().firstValue("Allow").orElseThrow());
  }

  @Test
  void service_head_answersLikeGetWithoutBody() throws Exception {
    var request =
        HttpRequest.newBuilder(desk.url("/desk")).method("HEAD", BodyPublishers.noBody()).build();
    var answer = desk.signedIn("Eva").send(request);
    assertEquals(200, answer.statusCode());
    assertEquals("", answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/desk/no-such-page",
        "/desk/comments/",
        "/desk/comments/nonsense",
        "/desk/comments/0199a2b4-0000-7000-8000-000000000000",
        "/desk/comments/00000000-0001-7000-8000-000000000000/",
        "/desk/comments/00000000-0001-7000-8000-000000000000/burn",
        "/desk/comments/00000000-0001-7000-8000-000000000000/approve/twice",
        "/desk/comments/%00",
        "/desk/comments/'%20or%201=1",
      })
  void get_nothingThere_is404(String path) throws Exception {
    var answer = desk.signedIn("Eva").get(path);
    assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path);
    assertFalse(answer.body().contains("Exception"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/desk", "/desk/sign-in", "/desk/no-such-page", "/desk/audit"})
  void get_anyPage_carriesTheHeaders(String path) throws Exception {
    var headers = desk.signedIn("Eva").get(path).headers();
    if (headers.firstValue("Location").isEmpty()) {
      assertEquals(
          "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
          headers.firstValue("Content-Security-Policy").orElseThrow());
      assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElseThrow());
      assertEquals("same-origin", headers.firstValue("Referrer-Policy").orElseThrow());
    }
    assertEquals("no-store", headers.firstValue("Cache-Control").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"/desk/desk.css, text/css;charset=UTF-8", "/desk/icon.svg, image/svg+xml"})
  void get_asset_isOpenToAllAndAskedForOnce(String path, String type) throws Exception {
    var stranger = desk.browser();
    var answer = stranger.get(path);
    assertEquals(200, answer.statusCode());
    assertEquals(type, answer.headers().firstValue("Content-Type").orElseThrow());
    var again =
        HttpRequest.newBuilder(desk.url(path))
            .header("If-None-Match", answer.headers().firstValue("ETag").orElseThrow())
            .build();
    assertEquals(304, stranger.send(again).statusCode());
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "version=%zz, 400, an escape that is none",
    "version=%ff%fe, 400, bytes that are no UTF-8",
    "version=, 400, an empty version",
    "version=1.5, 400, a version that is no number",
    "version=99999999999, 400, a version beyond all numbers",
    "note=%00&version=0, 400, a NUL in the note",
  })
  void post_brokenForm_is400(String fields, int status, String why) throws Exception {
    var eva = desk.signedIn("Eva");
    String token = eva.page("/desk").select("input[name=form-token]").val();
    var request =
        HttpRequest.newBuilder(desk.url("/desk/comments/" + id(1) + "/approve"))
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString("form-token=" + token + "&" + fields))
            .build();
    var answer = eva.send(request);
    assertEquals(status, answer.statusCode(), why);
    assertFalse(answer.body().contains("Exception"), answer.body());
    assertEquals(1, desk.database().comments().count(Outcome.HOLD));
  }

  @Test
  void post_tenThousandFields_is400() throws Exception {
    var eva = desk.signedIn("Eva");
    String fields = IntStream.range(0, 10_000).mapToObj(i -> "f" + i + "=").collect(joining("&"));
    var request =
        HttpRequest.newBuilder(desk.url("/desk/comments/" + id(1) + "/approve"))
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString(fields))
            .build();
    assertEquals(400, eva.send(request).statusCode());
  }

  @Test
  void get_databaseGone_is503WithoutDetails() throws Exception {
    var failing = new Desk(home, Set.of());
    try {
      var eva = failing.signedIn("Eva");
      failing.database().close();
      var answer = eva.get("/desk");
      assertEquals(503, answer.statusCode());
      assertEquals("10", answer.headers().firstValue("Retry-After").orElseThrow());
      assertTrue(answer.body().contains("The database does not answer"));
      assertFalse(answer.body().contains("Exception"));
    } finally {
      failing.stop();
    }
  }

  @Test
  void get_applicationElsewhere_linksStayInIt() throws Exception {
    var elsewhere = new Desk(home, Set.of(), "/moderato");
    try {
      elsewhere.database().people().create("Eva", Desk.PASSWORDS.hash(Desk.PASSWORD));
      var eva = elsewhere.browser();
      var signIn = eva.get("/moderato/desk/audit").headers().firstValue("Location").orElseThrow();
      assertEquals("/moderato/desk/sign-in?next=%2Fdesk%2Faudit", signIn);
      var credentials = Map.of("name", "Eva", "password", Desk.PASSWORD);
      var answer = eva.submit(signIn, "/moderato/desk/sign-in", credentials);
      assertEquals("/moderato/desk/audit", answer.headers().firstValue("Location").orElseThrow());
      for (var link : eva.page("/moderato/desk/audit").select("[href],[action]")) {
        String target = link.attr("href") + link.attr("action");
        assertTrue(target.equals("#main") || target.startsWith("/moderato/desk"), target);
      }
    } finally {
      elsewhere.stop();
    }
  }
}
