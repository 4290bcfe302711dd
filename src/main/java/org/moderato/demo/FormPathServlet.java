package org.moderato.demo;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Stands at the form's path behind the filter, where only requests arrive that carry no comment,
 * and tells them which methods do.
 */
public final class FormPathServlet extends HttpServlet {
  private final String methods;

  /**
   * Makes it for a form.
   *
   * @param methods the site's methods
   */
  public FormPathServlet(List<String> methods) {
    this.methods = String.join(", ", methods);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    response.setHeader("Allow", methods);
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().println("Comments are sent here by " + methods + ".");
  }
}
