package org.moderato.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class AuthorTokensTest {
  private final AuthorTokens tokens = new AuthorTokens(secret(1));

  @Test
  void opens_itsOwn_only() {
    String token = tokens.of("a");
    assertTrue(tokens.opens("a", token));
    assertFalse(tokens.opens("b", token));
    assertFalse(tokens.opens("a", token + "x"));
    assertFalse(tokens.opens("a", token.substring(1)));
    assertFalse(tokens.opens("a", ""));
  }

  @Test
  void opens_afterARestart_withTheSameSecretOnly() {
    assertTrue(new AuthorTokens(secret(1)).opens("a", tokens.of("a")));
    assertFalse(new AuthorTokens(secret(2)).opens("a", tokens.of("a")));
  }

  /** Test case 2 of RFC 4231 has too short a key for this class; this one was made by OpenSSL. */
  @Test
  void of_isHmacSha256() {
    assertEquals(
        "jLgU1Cf17AFz6Wd_36KgExBI8Y69ylONrFK02Pl3cIs", tokens.of("what do ya want for nothing?"));
  }

  @Test
  void secret_shorterThan32Bytes_isRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> new AuthorTokens(new byte[31]));
    assertEquals("the secret must be at least 32 bytes, was 31", e.getMessage());
  }

  private static byte[] secret(int fill) {
    var secret = new byte[32];
    Arrays.fill(secret, (byte) fill);
    return secret;
  }
}
