package org.moderato.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WishTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | form |     | HTML | browser
          application/json                                     | form |                | JSON | script
          application/json, text/plain, */*                    | form |                | JSON | axios
          application/json;q=0.5, text/html;q=0.4              | form |                | JSON | more
          application/json;q=0.4, text/html;q=0.5              | json |                | HTML | less
          application/json, text/html                          | form |                | HTML | both, form
          application/json, text/html                          | json |                | JSON | both, JSON
          text/html, application/json;q=0                      | json |                | HTML | no JSON
          application/json;q=0                                 | form |                | HTML | refused
          text/*                                               | json |                | HTML | any text
          application/*, text/html;q=0.9                       | form |                | JSON | any application
          APPLICATION/JSON                                     | form |                | JSON | upper case
          application/json ; q=1 , text/html ; q=0.9           | form |                | JSON | blanks
          application/json;q=high                              | form |                | JSON | no weight
          application/jsonp                                    | form |                | HTML | another type
          */*                                                  | form |                | HTML | curl, form
          */*                                                  | json |                | JSON | curl, JSON
          */*                                                  | form | XMLHttpRequest | JSON | jQuery
                                                               | form |                | HTML | none, form
                                                               | json |                | JSON | none, JSON
                                                               | form | XMLHttpRequest | JSON | none, jQuery
          text/html, */*;q=0.1                                 | form | XMLHttpRequest | HTML | jQuery wants HTML
          ,,;;                                                 | form |                | HTML | rubbish
          """)
  void of(@Nullable String accept, String sent, @Nullable String with, Wish expected, String why) {
    var request = mock(HttpServletRequest.class);
    List<String> lines = accept == null ? List.of() : List.of(accept);
    lenient()
        .when(request.getHeaders(anyString()))
        .thenAnswer(asked -> Collections.enumeration(lines));
    lenient().when(request.getHeader("X-Requested-With")).thenReturn(with);
    lenient()
        .when(request.getHeader("Content-Type"))
        .thenReturn(sent.equals("json") ? "application/json" : FORM);
    assertEquals(expected, Wish.of(request), why);
  }
}
