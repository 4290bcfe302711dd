package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.moderato.store.People;
import org.moderato.store.Session;

/** Uses a mock of the store, since the point is what is written to it and how often. */
final class SessionsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration LIFE = Duration.ofMinutes(100);

  private final People people = mock(People.class);
  private final Sessions sessions =
      new Sessions(people, LIFE, Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom());

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "PT0S, 0, at once",
    "PT4M59S, 0, just under a twentieth of its life",
    "PT5M, 1, at a twentieth",
    "PT99M, 1, near the end",
  })
  void person_afterAWhile_renewsOnlyWhatIsWorthIt(Duration idle, int renewals, String why) {
    when(people.session(anyString(), any()))
        .thenReturn(Optional.of(new Session("Eva", NOON.minus(idle).plus(LIFE))));
    assertEquals(Optional.of("Eva"), sessions.person("token"));
    verify(people, times(renewals)).renewSession(anyString(), eq(NOON.plus(LIFE)));
  }

  @Test
  void person_withoutCookie_asksNobody() {
    assertEquals(Optional.empty(), sessions.person(""));
    verify(people, times(0)).session(anyString(), any());
  }

  @Test
  void open_token_reachesTheStoreAsDigestOnly() {
    String token = sessions.open("Eva");
    var stored = ArgumentCaptor.forClass(String.class);
    verify(people).openSession(stored.capture(), eq("Eva"), eq(NOON.plus(LIFE)));
    assertEquals(64, stored.getValue().length());
    assertNotEquals(token, stored.getValue());

    sessions.close(token);
    verify(people).closeSession(stored.getValue());
  }
}
