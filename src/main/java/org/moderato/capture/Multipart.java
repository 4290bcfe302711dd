package org.moderato.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;

/**
 * Reads {@code multipart/form-data} (RFC 7578). Files stay bytes; they become parts, and no fields.
 */
final class Multipart {
  private static final int MAX_PART_HEADER = 8192;

  private Multipart() {}

  /** A part before its bytes are text. */
  private record Raw(String headers, ByteArrayOutputStream body) {}

  static Form.Body body(byte[] body, ContentType type, Charset site) throws RefusedException {
    List<Raw> raw = split(body, type);
    var charset = type.charset();
    var whole = charset.isPresent() ? charset.get() : formCharset(raw, site);
    var fields = new LinkedHashMap<String, List<String>>();
    var parts = new ArrayList<Part>();
    for (Raw each : raw) {
      FormPart part = part(each, whole);
      parts.add(part);
      if (part.getSubmittedFileName() == null) {
        var own = ContentType.parse(part.getContentType()).charset();
        String value = Characters.decode(each.body().toByteArray(), own.orElse(whole));
        Characters.check(value);
        fields.computeIfAbsent(part.getName(), n -> new ArrayList<>()).add(value);
      }
    }
    return new Form.Body(fields, parts, true);
  }

  private static List<Raw> split(byte[] body, ContentType type) throws RefusedException {
    var boundary = type.parameter("boundary");
    if (boundary.isEmpty()) {
      throw new RefusedException(Refusal.BAD_REQUEST, "The form does not say how it is divided.");
    }
    var parts = new ArrayList<Raw>();
    try {
      var input =
          MultipartInput.builder()
              .setInputStream(new ByteArrayInputStream(body))
              .setBoundary(boundary.get().getBytes(ISO_8859_1))
              .setPartHeaderSizeMax(MAX_PART_HEADER)
              .get();
      input.setHeaderCharset(ISO_8859_1);
      boolean more = input.skipPreamble();
      while (more) {
        String headers = input.readHeaders();
        var bytes = new ByteArrayOutputStream();
        input.readBodyData(bytes);
        parts.add(new Raw(headers, bytes));
        Form.checkCount(parts.size());
        more = input.readBoundary();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw broken();
    }
    return parts;
  }

  /** A field {@code _charset_} says what the form's texts are written in (RFC 7578, 4.6). */
  private static Charset formCharset(List<Raw> raw, Charset site) throws RefusedException {
    for (Raw each : raw) {
      if (part(each, ISO_8859_1).getName().equals("_charset_") && each.body().size() > 0) {
        return Characters.charset(each.body().toString(ISO_8859_1));
      }
    }
    return site;
  }

  private static FormPart part(Raw raw, Charset charset) throws RefusedException {
    var headers = new LinkedHashMap<String, List<String>>();
    String block = Characters.decode(raw.headers().getBytes(ISO_8859_1), charset);
    Characters.check(block);
    for (String line : block.lines().filter(l -> !l.isBlank()).toList()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw broken();
      }
      headers
          .computeIfAbsent(
              line.substring(0, colon).strip().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    Map<String, String> disposition = disposition(headers);
    String name = disposition.get("name");
    if (name == null || !disposition.containsKey("form-data")) {
      throw broken();
    }
    return new FormPart(name, disposition.get("filename"), headers, raw.body().toByteArray());
  }

  private static Map<String, String> disposition(Map<String, List<String>> headers)
      throws RefusedException {
    List<String> lines = headers.getOrDefault("content-disposition", List.of());
    if (lines.size() != 1) {
      throw broken();
    }
    var parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    return parser.parse(lines.get(0), ';');
  }

  private static RefusedException broken() {
    return new RefusedException(Refusal.BAD_REQUEST, "The form arrived broken or incomplete.");
  }
}
