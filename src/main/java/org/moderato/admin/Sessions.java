package org.moderato.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.moderato.store.People;
import org.moderato.store.Session;

/**
 * Who is signed in, by the random token in their cookie. The store knows only a digest of it, so a
 * copy of the database signs nobody in. Thread-safe.
 */
final class Sessions {
  private static final int TOKEN_BYTES = 32;

  /** Of a session's life; a later end is written only after that much of it, not at every click. */
  private static final int RENEWALS = 20;

  private final People people;
  private final Duration life;
  private final Clock clock;
  private final SecureRandom random;

  /**
   * @param life how long somebody stays signed in without doing anything
   */
  Sessions(People people, Duration life, Clock clock, SecureRandom random) {
    this.people = people;
    this.life = life;
    this.clock = clock;
    this.random = random;
  }

  /** Returns a token that nobody has had yet: 256 bits in 43 characters. */
  String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Signs somebody in and returns their token, which is always a new one. */
  String open(String person) {
    String token = newToken();
    people.openSession(digest(token), person, clock.instant().plus(life));
    return token;
  }

  /** Returns the name of who is signed in with a token, and counts as something that they did. */
  Optional<String> person(String token) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Session> session = people.session(digest(token), now);
    session.ifPresent(s -> renew(token, s, now.plus(life)));
    return session.map(Session::person);
  }

  /** Signs out; without effect if nobody is signed in with the token. */
  void close(String token) {
    people.closeSession(digest(token));
  }

  private void renew(String token, Session session, Instant end) {
    if (Duration.between(session.expires(), end).compareTo(life.dividedBy(RENEWALS)) >= 0) {
      people.renewSession(digest(token), end);
    }
  }

  private static String digest(String token) {
    return HexFormat.of().formatHex(Digests.sha256(token.getBytes(UTF_8)));
  }
}
