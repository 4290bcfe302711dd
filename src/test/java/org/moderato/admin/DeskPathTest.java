package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeskPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/desk",
        "/desk/published",
        "/desk/comments/0199a2b4-0000-7000-8000-000000000000",
        "/desk?from=0199a2b4-0000-7000-8000-000000000000",
        "/desk/audit?before=120",
      })
  void orQueue_pageOfTheDesk_isKept(String path) {
    assertEquals(path, DeskPath.orQueue(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "desk",
        "/",
        "/other",
        "/deskevil",
        "//evil.example/desk",
        "/desk//evil.example",
        "/\\evil.example",
        "/desk\\..\\..",
        "/desk/../admin",
        "/desk/%2e%2e/admin",
        "/desk/..;/admin",
        "https://evil.example/desk",
        "https:/desk",
        "javascript:alert(1)//desk",
        "/desk\r\nSet-Cookie: a=b",
        "/desk\u0000",
        "/desk?next=//evil.example",
        "/desk#@evil.example",
        " /desk",
        "/desk ",
        "/desk/a/b/c/d",
      })
  void orQueue_anythingElse_isTheQueue(String path) {
    assertEquals("/desk", DeskPath.orQueue(path));
  }
}
