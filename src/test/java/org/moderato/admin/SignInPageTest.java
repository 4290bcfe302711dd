package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignInPageTest {
  private static final String PATH = "/desk/sign-in";

  @TempDir private Path home;
  private Desk desk;

  @BeforeEach
  void start() throws Exception {
    desk = new Desk(home, Set.of("127.0.0.1"));
    desk.database().people().create("Eva", Desk.PASSWORDS.hash(Desk.PASSWORD));
  }

  @AfterEach
  void stop() throws Exception {
    desk.stop();
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "Eva, 'quiet harbour, two trams', 303, right",
    " eVA , 'quiet harbour, two trams', 303, the name in other letters and with spaces",
    "Eva, 'quiet harbour, two tramS', 403, a wrong password",
    "Eva, '', 403, no password",
    "Mallory, 'quiet harbour, two trams', 403, an unknown name",
    "'', '', 403, nothing at all",
  })
  void enter(String name, String password, int status, String why) throws Exception {
    assertEquals(status, desk.browser().signIn(name, password).statusCode(), why);
  }

  @Test
  void enter_wrongPasswordOrUnknownName_getTheSameAnswer() throws Exception {
    String wrong = desk.browser().signIn("Eva", "wrong").body();
    String unknown = desk.browser().signIn("Mallory", "wrong").body();
    assertTrue(wrong.contains("This name and this password do not belong together."));
    assertEquals(
        withoutToken(wrong), withoutToken(unknown).replace("value=\"Mallory\"", "value=\"Eva\""));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10_000})
  void enter_hostileName_isRefusedAndEscaped(int times) throws Exception {
    String name = "\"><script>alert(1)</script>\0".repeat(times);
    var answer = desk.browser().signIn(name, "wrong");
    assertTrue(answer.statusCode() == 403 || answer.statusCode() == 400);
    assertFalse(answer.body().contains("<script"));
  }

  @Test
  void enter_tooManyFailures_is429WithTheTimeToWait() throws Exception {
    var browser = desk.browser();
    for (int i = 0; i < Guesses.FREE_BY_NAME; i++) {
      assertEquals(403, browser.signIn("Eva", "guess " + i).statusCode());
    }
    var early = browser.signIn("Eva", Desk.PASSWORD);
    assertEquals(429, early.statusCode());
    assertEquals("2", early.headers().firstValue("Retry-After").orElseThrow());
    assertTrue(early.body().contains("Please wait 2 seconds"));
    assertEquals(429, desk.browser().signIn("EVA", Desk.PASSWORD).statusCode());

    desk.pass(Duration.ofSeconds(2));
    assertEquals(303, browser.signIn("Eva", Desk.PASSWORD).statusCode());
    assertEquals(403, desk.browser().signIn("Eva", "a slip").statusCode());
  }

  @Test
  void enter_unknownName_mustWaitAsWell() throws Exception {
    for (int i = 0; i < Guesses.FREE_BY_NAME; i++) {
      desk.browser().signIn("Mallory", "guess");
    }
    assertEquals(429, desk.browser().signIn("Mallory", "guess").statusCode());
  }

  @Test
  void enter_manyAtOnce_triesNoMoreThanTheFreeOnes() throws Exception {
    var pages = new ArrayList<Desk.Browser>();
    for (int i = 0; i < 20; i++) {
      pages.add(desk.browser());
    }
    List<Integer> statuses =
        pages.parallelStream()
            .map(
                browser -> {
                  try {
                    return browser.signIn("Eva", "guess").statusCode();
                  } catch (Exception e) {
                    throw new AssertionError(e);
                  }
                })
            .toList();
    assertEquals(Guesses.FREE_BY_NAME, statuses.stream().filter(s -> s == 403).count());
    assertEquals(20 - Guesses.FREE_BY_NAME, statuses.stream().filter(s -> s == 429).count());
  }

  @Test
  void enter_proxyThatIsTrusted_countsTheAddressBehindIt() throws Exception {
    for (int i = 0; i < Guesses.FREE_BY_ADDRESS; i++) {
      desk.database().people().noteFailure("address:203.0.113.7", desk.now());
    }
    assertEquals(429, signInThrough("203.0.113.7").statusCode());
    assertEquals(303, signInThrough("203.0.113.8").statusCode());
  }

  @Test
  void enter_success_givesANewTokenAndNotesIt() throws Exception {
    var browser = desk.browser();
    String before = cookie(browser.get(PATH));
    String after = cookie(browser.signIn("eva", Desk.PASSWORD));
    assertNotEquals(before, after);
    assertEquals(43, after.length());
    var entry = desk.database().audit().latest(Long.MAX_VALUE, 1).get(0);
    assertEquals("Eva", entry.actor());
    assertEquals("signed in", entry.action());
  }

  @Test
  void enter_tokenThatAStrangerPlanted_isWorthNothing() throws Exception {
    var planted =
        HttpRequest.newBuilder(desk.url("/desk")).header("Cookie", "moderato-desk=planted").build();
    assertEquals(303, desk.browser().send(planted).statusCode());
    desk.signedIn("Eva");
    assertEquals(303, desk.browser().send(planted).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "http, moderato-desk=, false",
    "https, __Host-moderato-desk=, true",
    "HTTPS, __Host-moderato-desk=, true",
    "'http, https', __Host-moderato-desk=, true",
    "'https, http', moderato-desk=, false",
  })
  void show_cookie_isForThisHostAndNoScript(String scheme, String name, boolean secure)
      throws Exception {
    var request =
        HttpRequest.newBuilder(desk.url(PATH)).header("X-Forwarded-Proto", scheme).build();
    String cookie = desk.browser().send(request).headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.startsWith(name), cookie);
    assertTrue(cookie.contains("HttpOnly"), cookie);
    assertTrue(cookie.contains("SameSite=Lax"), cookie);
    assertTrue(cookie.contains("Path=/"), cookie);
    assertFalse(cookie.contains("Domain"), cookie);
    assertEquals(secure, cookie.contains("Secure"), cookie);
  }

  @Test
  void show_proxyThatIsNotTrusted_isNotBelieved() throws Exception {
    stop();
    desk = new Desk(home, Set.of("192.0.2.1"));
    var request =
        HttpRequest.newBuilder(desk.url(PATH)).header("X-Forwarded-Proto", "https").build();
    String cookie = desk.browser().send(request).headers().firstValue("Set-Cookie").orElseThrow();
    assertFalse(cookie.contains("Secure"), cookie);
  }

  @ParameterizedTest
  @CsvSource({
    "/desk/audit, /desk/audit",
    "/desk/audit?before=7, /desk/audit?before=7",
    "//evil.example, /desk",
    "https://evil.example/desk, /desk",
    "/desk/../other, /desk",
  })
  void enter_next_staysOnTheDesk(String next, String leadsTo) throws Exception {
    var browser = desk.browser();
    String page = PATH + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    var answer = browser.submit(page, PATH, Map.of("name", "Eva", "password", Desk.PASSWORD));
    assertEquals(leadsTo, answer.headers().firstValue("Location").orElseThrow());
    var again = browser.get(page);
    assertEquals(leadsTo, again.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void get_pageThatNeedsSignIn_comesBackToIt() throws Exception {
    var browser = desk.browser();
    String signIn =
        browser.get("/desk/audit?before=7").headers().firstValue("Location").orElseThrow();
    var answer = browser.submit(signIn, PATH, Map.of("name", "Eva", "password", Desk.PASSWORD));
    assertEquals("/desk/audit?before=7", answer.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void leave_signsOutOnTheServerToo() throws Exception {
    var eva = desk.browser();
    String token = cookie(eva.signIn("Eva", Desk.PASSWORD));
    var answer = eva.submit("/desk", "/desk/sign-out", Map.of());
    assertEquals("/desk/sign-in", answer.headers().firstValue("Location").orElseThrow());
    String erased = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(erased.contains("Max-Age=0") || erased.contains("Expires=Thu, 01 Jan 1970"), erased);
    var kept =
        HttpRequest.newBuilder(desk.url("/desk"))
            .header("Cookie", "moderato-desk=" + token)
            .build();
    assertEquals(303, desk.browser().send(kept).statusCode());
  }

  @Test
  void session_whileSomebodyWorks_goesOn() throws Exception {
    var eva = desk.signedIn("Eva");
    for (int i = 0; i < 5; i++) {
      desk.pass(Desk.SESSION.minusSeconds(1));
      assertEquals(200, eva.get("/desk").statusCode());
    }
    desk.pass(Desk.SESSION);
    assertEquals(303, eva.get("/desk").statusCode());
  }

  private HttpResponse<String> signInThrough(String address) throws Exception {
    var browser = desk.browser();
    var page = browser.page(PATH);
    String token = page.select("input[name=form-token]").val();
    String fields =
        "name=Eva&form-token="
            + token
            + "&password="
            + URLEncoder.encode(Desk.PASSWORD, StandardCharsets.UTF_8);
    return browser.send(
        HttpRequest.newBuilder(desk.url(PATH))
            .header("X-Forwarded-For", "198.51.100.1, " + address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields))
            .build());
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow()
        .replaceFirst("^[^=]+=([^;]*).*", "$1");
  }

  private static String withoutToken(String page) {
    return page.replaceAll("name=\"form-token\" value=\"[^\"]+\"", "");
  }
}
