package org.moderato.capture;

import static java.util.Objects.requireNonNull;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Shows page templates. Every page of Moderato goes out through here, so all carry the same
 * headers: nothing is loaded from elsewhere, nothing runs inline, nothing is kept by caches, and no
 * other site may frame them. Thread-safe.
 */
public final class Pages {
  private static final String POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final TemplateEngine templates;

  public Pages(TemplateEngine templates) {
    this.templates = requireNonNull(templates);
  }

  /**
   * Renders a template and sends it as the whole answer. It is rendered before the first byte goes
   * out, so a template that fails leaves the response untouched.
   *
   * @param template its path below {@code WEB-INF/templates}, such as {@code desk/queue.jte}
   * @param model the template's parameters by name
   */
  public void show(
      HttpServletResponse response, int status, String template, Map<String, Object> model)
      throws IOException {
    show(response, status, template, model, POLICY);
  }

  /** Like {@link #show}, for a page whose only style sheet stands in the page itself. */
  void showStyled(
      HttpServletResponse response,
      int status,
      String template,
      Map<String, Object> model,
      String styleHash)
      throws IOException {
    show(response, status, template, model, POLICY + "; style-src '" + styleHash + "'");
  }

  private void show(
      HttpServletResponse response,
      int status,
      String template,
      Map<String, Object> model,
      String policy)
      throws IOException {
    var page = new Utf8ByteOutput();
    templates.render(template, model, page);
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.getContentLength());
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    page.writeTo(response.getOutputStream());
  }
}
