package org.moderato.admin;

import java.time.Duration;
import java.util.Set;

/**
 * What an operator can set about the desk.
 *
 * @param session how long somebody stays signed in without doing anything; positive
 * @param trustedProxies addresses of proxies whose {@code X-Forwarded-For} and {@code
 *     X-Forwarded-Proto} are believed
 */
public record DeskSettings(Duration session, Set<String> trustedProxies) {
  public DeskSettings {
    if (session.isNegative() || session.isZero()) {
      throw new IllegalArgumentException("session must be longer than nothing, was " + session);
    }
    trustedProxies = Set.copyOf(trustedProxies);
  }
}
