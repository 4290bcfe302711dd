package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PasswordsTest {
  private static final Passwords PASSWORDS = new Passwords(4);

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "quiet harbour, quiet harbour, true, the same",
    "quiet harbour, quiet harbouR, false, one letter differs",
    "quiet harbour, 'quiet harbour ', false, a space more",
    "quiet harbour, '', false, none",
    "caf\u00e9 am Fluss, cafe\u0301 am Fluss, true, composed and decomposed letters",
    "тихая гавань, тихая гавань, true, another script",
  })
  void matches(String password, String typed, boolean expected, String why) {
    assertEquals(expected, PASSWORDS.matches(typed, PASSWORDS.hash(password)), why);
  }

  @Test
  void matches_beyondTheBytesOfBcrypt_readsTheLastLetter() {
    String long1 = "й".repeat(100) + "a";
    String long2 = "й".repeat(100) + "b";
    assertTrue(PASSWORDS.matches(long1, PASSWORDS.hash(long1)));
    assertFalse(PASSWORDS.matches(long2, PASSWORDS.hash(long1)));
  }

  @Test
  void matches_nul_readsWhatFollows() {
    assertFalse(PASSWORDS.matches("a\0b", PASSWORDS.hash("a\0c")));
  }

  @Test
  void hash_samePassword_isSaltedEachTime() {
    assertNotEquals(PASSWORDS.hash("quiet harbour"), PASSWORDS.hash("quiet harbour"));
  }

  @Test
  void hash_byDefault_costsFourThousandRounds() {
    assertTrue(new Passwords().hash("quiet harbour").startsWith("$2a$12$"));
  }

  @Test
  void matchesNobody_anyPassword_isAsMuchWorkAndNoError() {
    PASSWORDS.matchesNobody("quiet harbour");
    PASSWORDS.matchesNobody("");
  }
}
