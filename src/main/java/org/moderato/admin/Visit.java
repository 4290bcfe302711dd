package org.moderato.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.moderato.capture.ClientAddress;
import org.moderato.capture.Pages;

/** One request to the desk, who makes it, and the ways to answer it. */
final class Visit {
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final String address;
  private final boolean secure;
  private final Pages pages;
  private String cookie;
  private String person = "";
  private int held;

  Visit(
      HttpServletRequest request,
      HttpServletResponse response,
      ClientAddress addresses,
      Pages pages) {
    this.request = request;
    this.response = response;
    this.address = addresses.of(request);
    this.secure = addresses.isSecure(request);
    this.pages = pages;
    this.cookie = Cookies.read(request, secure);
  }

  HttpServletRequest request() {
    return request;
  }

  HttpServletResponse response() {
    return response;
  }

  /** Returns the network address that the visit comes from. */
  String address() {
    return address;
  }

  /** Returns the token in the browser's cookie, or an empty string. */
  String cookie() {
    return cookie;
  }

  /** Gives the browser another token. */
  void setCookie(String token) {
    Cookies.write(response, secure, token);
    cookie = token;
  }

  void eraseCookie() {
    Cookies.erase(response, secure);
    cookie = "";
  }

  /** Notes who is signed in, and how many comments wait for them. */
  void signedIn(String name, int waiting) {
    person = name;
    held = waiting;
  }

  /** Returns who is signed in, or an empty string. */
  String person() {
    return person;
  }

  /** Returns what follows {@code /desk} in the path: empty, or starting with a slash. */
  String path() {
    String path = request.getPathInfo();
    return path == null || path.equals("/") ? "" : path;
  }

  /** Returns a parameter, or an empty string. */
  String text(String name) {
    return Forms.text(request, name);
  }

  /**
   * Shows a page.
   *
   * @param here the page's own path, for links back to it
   * @param model the template's parameters apart from its frame
   */
  void show(int status, String template, String title, String here, Map<String, Object> model)
      throws IOException {
    var frame =
        new Frame(
            request.getContextPath(),
            title,
            here,
            person,
            cookie.isEmpty() ? "" : FormToken.of(cookie),
            held);
    var parameters = new HashMap<>(model);
    parameters.put("frame", frame);
    pages.show(response, status, "desk/" + template + ".jte", parameters);
  }

  /** Sends the browser to another page of the desk, to be read with GET. */
  void goTo(String path) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Location", request.getContextPath() + path);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }
}
