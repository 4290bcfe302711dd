package org.moderato.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.text.Normalizer;
import java.util.Base64;

/**
 * Hashes and checks the passwords of people who sign in at the desk, with bcrypt (Provos and
 * Mazières, 1999).
 *
 * <p>bcrypt reads no more than 72 bytes, which is 36 letters of Ukrainian. So it is given a digest
 * of the password, which is always 44 characters; the digest is keyed, so that plain digests that
 * leaked elsewhere cannot be tried in place of passwords. The same password typed on keyboards that
 * compose letters differently is the same (Unicode's NFC, as RFC 8265 asks). Thread-safe.
 */
public final class Passwords {
  /** The shortest password that somebody may choose, in code points. */
  static final int MIN_LENGTH = 12;

  /** The longest password that is read, in code points. */
  static final int MAX_LENGTH = 1_000;

  private static final int COST = 12;
  private static final byte[] KEY = "moderato desk password".getBytes(UTF_8);

  private final int cost;
  private final String nobody;

  /** Makes hashes that take about a quarter of a second. */
  public Passwords() {
    this(COST);
  }

  /**
   * Makes hashes of a given cost.
   *
   * @param cost the binary logarithm of the number of rounds, in [4, 31]
   */
  Passwords(int cost) {
    this.cost = cost;
    this.nobody = "$2a$%02d$".formatted(cost) + ".".repeat(53);
  }

  /** Returns the hash to store for a password. */
  public String hash(String password) {
    return BCrypt.withDefaults().hashToString(cost, digest(password));
  }

  /** Returns whether a password is the one that a hash was made of. */
  boolean matches(String password, String hash) {
    return BCrypt.verifyer().verify(digest(password), hash.toCharArray()).verified;
  }

  /** Takes as long as {@link #matches}, for a name that nobody has. */
  void matchesNobody(String password) {
    matches(password, nobody);
  }

  private static char[] digest(String password) {
    byte[] text = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(UTF_8);
    return Base64.getEncoder().encodeToString(Digests.hmac(KEY, text)).toCharArray();
  }
}
