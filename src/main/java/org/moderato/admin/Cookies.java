package org.moderato.admin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The desk's one cookie: a random token. Before sign-in it only ties forms to the browser; at
 * sign-in a new one takes its place.
 *
 * <p>Scripts cannot read it. By HTTPS it is sent by HTTPS alone, and its prefix keeps neighbouring
 * hosts from planting one (RFC 6265bis, section 4.1.3.2). It is {@code Lax}, not {@code Strict}: a
 * link to a comment in a mail should open it, and what changes anything is a POST with a {@link
 * FormToken}.
 */
final class Cookies {
  private static final String PLAIN = "moderato-desk";
  private static final String SECURE = "__Host-" + PLAIN;

  private Cookies() {}

  /** Returns the token that a browser sent, or an empty string. */
  static String read(HttpServletRequest request, boolean secure) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(secure ? SECURE : PLAIN)) {
          return cookie.getValue();
        }
      }
    }
    return "";
  }

  /** Sets the token, until the browser is closed. */
  static void write(HttpServletResponse response, boolean secure, String token) {
    response.addCookie(cookie(secure, token));
  }

  /** Makes the browser forget its token. */
  static void erase(HttpServletResponse response, boolean secure) {
    var cookie = cookie(secure, "");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  private static Cookie cookie(boolean secure, String token) {
    var cookie = new Cookie(secure ? SECURE : PLAIN, token);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
