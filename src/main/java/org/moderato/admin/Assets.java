package org.moderato.admin;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The desk's static files. The desk answers every path below its own, so that nothing there is open
 * by oversight; these few files it hands out to everybody.
 */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of("/desk.css", "text/css;charset=UTF-8", "/icon.svg", "image/svg+xml");

  private Assets() {}

  /**
   * Sends a file, if the path is one of a static file. Browsers keep it, and ask each time whether
   * it has changed.
   *
   * @param path what follows {@code /desk}
   * @return whether it was one
   */
  static boolean send(
      ServletContext context, String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<byte[]> found = read(context, path);
    if (found.isEmpty()) {
      return false;
    }
    byte[] content = found.get();
    String tag =
        '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(content)) + '"';
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    } else {
      response.setContentType(TYPES.get(path));
      response.setContentLength(content.length);
      response.getOutputStream().write(content);
    }
    return true;
  }

  private static Optional<byte[]> read(ServletContext context, String path) throws IOException {
    if (!TYPES.containsKey(path)) {
      return Optional.empty();
    }
    try (InputStream file = context.getResourceAsStream("/desk" + path)) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    }
  }
}
