package org.moderato.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.moderato.config.Site;

/** Reads a request's query and body, once and whole. */
final class Forms {
  /** How much of a body that is too large is still taken in; who sends more is cut off. */
  private static final int MAX_DRAINED = 8 * 1024 * 1024;

  private Forms() {}

  /**
   * Reads what the request carries.
   *
   * @throws RefusedException if it is too large, of another type than forms are, or broken
   */
  static Form read(HttpServletRequest request, Site site) throws RefusedException {
    var type = ContentType.of(request);
    boolean known =
        switch (type.name()) {
          case ContentType.FORM, ContentType.MULTIPART, ContentType.JSON -> true;
          default -> false;
        };
    String coding = request.getHeader("Content-Encoding");
    if (!known || (coding != null && !coding.equalsIgnoreCase("identity"))) {
      throw new RefusedException(
          Refusal.UNSUPPORTED_TYPE, "A comment can be sent as a form or as JSON.");
    }
    byte[] bytes = bytes(request, site.maxBody());
    Form.Body body =
        switch (type.name()) {
          case ContentType.FORM -> UrlEncoded.body(bytes, type, site.charset());
          case ContentType.MULTIPART -> Multipart.body(bytes, type, site.charset());
          default -> Json.body(bytes, type);
        };
    String query = request.getQueryString();
    return new Form(bytes, query == null ? Map.of() : UrlEncoded.query(query), body);
  }

  private static byte[] bytes(HttpServletRequest request, int max) throws RefusedException {
    try {
      InputStream in = request.getInputStream();
      // A length may be absent or a lie, so what arrives is what counts.
      byte[] bytes = in.readNBytes(max + 1);
      if (bytes.length > max) {
        drain(in);
        throw new RefusedException(
            Refusal.TOO_LARGE,
            "That is more than can be sent at once: at most " + max / 1024 + " KB.");
      }
      if (bytes.length == 0 && request.getContentLengthLong() > 0) {
        throw new IllegalStateException(
            "the body of a comment was read before CaptureFilter, which must come first");
      }
      return bytes;
    } catch (IOException e) {
      throw new RefusedException(Refusal.BAD_REQUEST, "The form arrived broken or incomplete.");
    }
  }

  /** Takes in what a browser still sends: it does not listen to an answer before it is done. */
  private static void drain(InputStream in) throws IOException {
    byte[] thrownAway = new byte[8192];
    int left = MAX_DRAINED;
    int read = 0;
    while (left > 0 && read >= 0) {
      read = in.read(thrownAway, 0, Math.min(left, thrownAway.length));
      left -= read;
    }
  }
}
