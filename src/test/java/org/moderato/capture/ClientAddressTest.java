package org.moderato.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientAddressTest {
  private final ClientAddress addresses = new ClientAddress(List.of("10.0.0.1", "10.0.0.2", "::1"));

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          192.0.2.7       |                                 | 192.0.2.7   | no proxy
          192.0.2.7       | 203.0.113.9                     | 192.0.2.7   | a reader who makes it up
          10.0.0.1        |                                 | 10.0.0.1    | a proxy that says nothing
          10.0.0.1        | 203.0.113.9                     | 203.0.113.9 | one proxy
          10.0.0.1        | 198.51.100.4, 203.0.113.9       | 203.0.113.9 | the reader made up the left one
          10.0.0.1        | 203.0.113.9, 10.0.0.2           | 203.0.113.9 | two proxies
          10.0.0.1        | 10.0.0.2                        | 10.0.0.2    | only proxies
          10.0.0.1        | 203.0.113.9:51234               | 203.0.113.9 | with a port
          10.0.0.1        | [2001:db8::7]:51234             | 2001:db8:0:0:0:0:0:7 | IPv6 with a port
          10.0.0.1        | [2001:db8::7]                   | 2001:db8:0:0:0:0:0:7 | IPv6 in brackets
          10.0.0.1        | 2001:db8::7                     | 2001:db8:0:0:0:0:0:7 | IPv6
          0:0:0:0:0:0:0:1 | 203.0.113.9                     | 203.0.113.9 | a proxy under another spelling
          10.0.0.1        | unknown                         | 10.0.0.1    | no address
          10.0.0.1        | 203.0.113.9, evil.example       | 10.0.0.1    | a name is never looked up
          10.0.0.1        | 203.0.113.9, 999.1.1.1          | 10.0.0.1    | an impossible address
          10.0.0.1        | ,                               | 10.0.0.1    | nothing between commas
          10.0.0.1        | <script>                        | 10.0.0.1    | rubbish
          """)
  void of(String peer, @Nullable String forwarded, String expected, String why) {
    List<String> lines = forwarded == null ? List.of() : List.of(forwarded);
    assertEquals(expected, addresses.of(peer, lines), why);
  }

  @Test
  void of_severalHeaderLines_areReadAsOne() {
    assertEquals("203.0.113.9", addresses.of("10.0.0.1", List.of("203.0.113.9", "10.0.0.2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "10.0.0.0/8", "", "cafe"})
  void trustedProxies_noAddress_namesIt(String proxy) {
    var e = assertThrows(IllegalArgumentException.class, () -> new ClientAddress(List.of(proxy)));
    assertEquals("trusted-proxies must be IP addresses, one was '" + proxy + "'", e.getMessage());
  }
}
