package org.moderato.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Content-Type} header (RFC 9110, section 8.3).
 *
 * @param name type and subtype in lower case, such as {@code multipart/form-data}; empty where the
 *     header is missing
 * @param parameters by name in lower case
 */
record ContentType(String name, Map<String, String> parameters) {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String MULTIPART = "multipart/form-data";
  static final String JSON = "application/json";

  /**
   * Reads a request's header; not by {@code getContentType()}, which fails in Jetty on charsets
   * unknown to it.
   */
  static ContentType of(HttpServletRequest request) {
    return parse(request.getHeader("Content-Type"));
  }

  static ContentType parse(@Nullable String header) {
    if (header == null) {
      return new ContentType("", Map.of());
    }
    int semicolon = header.indexOf(';');
    String name = semicolon < 0 ? header : header.substring(0, semicolon);
    String rest = semicolon < 0 ? "" : header.substring(semicolon + 1);
    var parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    return new ContentType(name.strip().toLowerCase(Locale.ROOT), parser.parse(rest, ';'));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /**
   * Returns the charset that the header names.
   *
   * @throws RefusedException if this machine does not know it
   */
  Optional<Charset> charset() throws RefusedException {
    var name = parameter("charset");
    return name.isEmpty() ? Optional.empty() : Optional.of(Characters.charset(name.get()));
  }
}
