package org.moderato.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;

/**
 * Proves that a form was filled in on a page of the desk: a digest of the browser's cookie, which
 * other sites can neither read nor guess. Each form carries it, and each POST must bring it back.
 */
final class FormToken {
  private static final byte[] PURPOSE = "moderato desk form".getBytes(UTF_8);

  private FormToken() {}

  /** Returns the token for the forms of a browser, 43 characters that need no escaping. */
  static String of(String cookie) {
    byte[] digest = Digests.hmac(cookie.getBytes(UTF_8), PURPOSE);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  /** Returns whether a form brought the right token; takes the same time wherever they differ. */
  static boolean matches(String cookie, String given) {
    return !cookie.isEmpty()
        && MessageDigest.isEqual(of(cookie).getBytes(UTF_8), given.getBytes(UTF_8));
  }
}
