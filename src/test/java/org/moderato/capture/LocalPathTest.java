package org.moderato.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LocalPathTest {
  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          news.example      | https://news.example/a?b=c#d   | /a?b=c | TLS ends at a proxy
          news.example:8080 | http://news.example:8080/a     | /a     | with a port
          news.example:8080 | http://news.example/a          |        | another port
          NEWS.example      | http://news.EXAMPLE/a          | /a     | hosts have no case
                            | https://news.example/a         | /a     | HTTP/2 sends no Host
                            | https://evil.example/a         |        | HTTP/2, another host
          news.example      | https://evil.example/a         |        | another host
          news.example      | https://news.example.evil/a    |        | a longer name
          news.example      | https://news.example@evil/a    |        | a name as a user
          news.example      | ftp://news.example/a           |        | another scheme
          news.example      | /a/../b?c                      | /a/../b?c | a path
          news.example      | a                              |        | a relative path
          news.example      | ?a                             |        | only a query
          news.example      | https://news.example           |        | no path
          news.example      | //evil.example/a               |        | a host without a scheme
          news.example      | ///evil.example/a              | /evil.example/a | two of three slashes go
          news.example      | ////evil.example/a             |        | four slashes
          news.example      | https://news.example//evil     |        | a path that reads like a host
          news.example      | /\\evil.example                |        | a backslash
          news.example      | /ä                             |        | not written as URLs are
          """)
  void of(@Nullable String host, String target, @Nullable String expected, String why) {
    var request = mock(HttpServletRequest.class);
    when(request.getHeader("Host")).thenReturn(host);
    when(request.getServerName()).thenReturn("news.example");
    assertEquals(Optional.ofNullable(expected), LocalPath.of(request, target), why);
  }
}
