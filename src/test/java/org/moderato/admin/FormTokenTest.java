package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormTokenTest {
  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "cookie, cookie, true, the token of this cookie",
    "cookie, cookiE, false, the token of another cookie",
    "'', cookie, false, no cookie at all",
  })
  void matches(String cookie, String tokenOf, boolean expected, String why) {
    assertEquals(expected, FormToken.matches(cookie, FormToken.of(tokenOf)), why);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "'', none",
    "cookie, the cookie itself",
    "A, too short",
  })
  void matches_otherThings_isFalse(String given, String why) {
    assertEquals(false, FormToken.matches("cookie", given), why);
  }
}
