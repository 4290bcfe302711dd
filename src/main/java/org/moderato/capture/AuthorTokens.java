package org.moderato.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets the browser that sent a comment see what became of it, and nobody else's.
 *
 * <p>A token is the HMAC-SHA256 (RFC 2104) of the comment's id under a secret of the server, so
 * nothing has to be stored for it, and ids alone, which stand in every page, open nothing.
 * Thread-safe.
 */
public final class AuthorTokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_SECRET = 32;

  private final SecretKeySpec key;

  /**
   * Makes tokens under a secret.
   *
   * @param secret at least 32 random bytes, the same after a restart and on every instance that
   *     shares the database
   */
  public AuthorTokens(byte[] secret) {
    if (secret.length < MIN_SECRET) {
      throw new IllegalArgumentException(
          "the secret must be at least " + MIN_SECRET + " bytes, was " + secret.length);
    }
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** Returns the token of a comment: 43 characters that are safe in a URL. */
  public String of(String commentId) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(utf8(commentId)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Returns whether a token is the comment's, in a time that does not tell how nearly. */
  public boolean opens(String commentId, String token) {
    return MessageDigest.isEqual(utf8(of(commentId)), utf8(token));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
