package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccountPageTest {
  private static final String PATH = "/desk/account";
  private static final String FRESH = "four wet sparrows";

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

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "old password 1, twelve chars, twelve chars, '', exactly as long as needed",
    "old password 1, eleven char, eleven char, 'The new password must have at least 12 characters,"
        + " and had 11.', one too short",
    "old password 1, twelve chars, twelve charS, The new password was not the same both times.,"
        + " a slip",
    "old password 1, old password 1, old password 1, The new password is the current one., no change",
    "old password 1, i am EVA herself, i am EVA herself, The new password must not contain your"
        + " name., the name in other letters",
  })
  void problem(String current, String chosen, String again, String problem, String why) {
    assertEquals(problem, AccountPage.problem("Eva", current, chosen, again), why);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, ''",
    "1001, 'The new password must have at most 1,000 characters.'",
  })
  void problem_length_countsCodePoints(int length, String problem) {
    String chosen = "😀".repeat(length);
    assertEquals(problem, AccountPage.problem("Eva", "old", chosen, chosen));
  }

  @Test
  void change_password_signsInWithTheNewOneOnly() throws Exception {
    var eva = desk.signedIn("Eva");
    var answer = change(eva, Desk.PASSWORD, FRESH);
    assertEquals(303, answer.statusCode());
    assertTrue(eva.page("/desk/account?done=changed").text().contains("The password is changed."));
    assertEquals(403, desk.browser().signIn("Eva", Desk.PASSWORD).statusCode());
    assertEquals(303, desk.browser().signIn("Eva", FRESH).statusCode());
    assertEquals("changed the password", desk.database().audit().latest(3, 1).get(0).action());
  }

  @Test
  void change_password_endsOtherSignInsAndRenewsThisOne() throws Exception {
    var here = desk.signedIn("Eva");
    var elsewhere = desk.signedIn("Eva");
    change(here, Desk.PASSWORD, FRESH);
    assertEquals(200, here.get("/desk").statusCode());
    assertEquals(303, elsewhere.get("/desk").statusCode());
  }

  @Test
  void change_wrongCurrent_changesNothing() throws Exception {
    var eva = desk.signedIn("Eva");
    var answer = change(eva, "not this one", FRESH);
    assertEquals(422, answer.statusCode());
    assertTrue(answer.body().contains("The current password is not right."));
    assertEquals(303, desk.browser().signIn("Eva", Desk.PASSWORD).statusCode());
  }

  @Test
  void change_wrongCurrentAgainAndAgain_mustWait() throws Exception {
    var eva = desk.signedIn("Eva");
    for (int i = 0; i < Guesses.FREE_BY_NAME; i++) {
      assertEquals(422, change(eva, "guess " + i, FRESH).statusCode());
    }
    var answer = change(eva, Desk.PASSWORD, FRESH);
    assertEquals(429, answer.statusCode());
    assertEquals("2", answer.headers().firstValue("Retry-After").orElseThrow());
  }

  @Test
  void change_firstPassword_removesItsFile() throws Exception {
    String first =
        desk.firstPassword()
            .ensure(desk.database().people(), Desk.PASSWORDS, new SecureRandom())
            .orElseThrow();
    var admin = desk.browser();
    assertTrue(admin.page("/desk/sign-in").text().contains("first-password.txt"));
    admin.signIn("ADMIN", first);
    assertEquals(303, change(admin, first, FRESH).statusCode());
    assertFalse(desk.firstPassword().isWaiting());
    assertFalse(desk.browser().page("/desk/sign-in").text().contains("first-password.txt"));
  }

  @Test
  void change_ofSomebodyElse_leavesTheFirstPassword() throws Exception {
    desk.firstPassword().ensure(desk.database().people(), Desk.PASSWORDS, new SecureRandom());
    change(desk.signedIn("Eva"), Desk.PASSWORD, FRESH);
    assertTrue(desk.firstPassword().isWaiting());
  }

  private static HttpResponse<String> change(Desk.Browser browser, String current, String chosen)
      throws Exception {
    return browser.submit(
        PATH, PATH, Map.of("current", current, "chosen", chosen, "again", chosen));
  }
}
