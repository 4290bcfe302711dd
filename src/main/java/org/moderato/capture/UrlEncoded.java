package org.moderato.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code application/x-www-form-urlencoded}, as the URL Standard of the WHATWG describes it,
 * but strictly: an escape that is none, or bytes that are no text, are refused rather than guessed.
 */
final class UrlEncoded {
  private UrlEncoded() {}

  /** One field before its bytes are text: each character stands for a byte. */
  private record Raw(String name, String value) {}

  static Form.Body body(byte[] body, ContentType type, Charset site) throws RefusedException {
    List<Raw> raw = split(body);
    return new Form.Body(decode(raw, charset(raw, type, site)), List.of(), true);
  }

  /** Reads a query string, which is UTF-8 whatever the body is written in. */
  static Map<String, List<String>> query(String query) throws RefusedException {
    return decode(split(query.getBytes(ISO_8859_1)), UTF_8);
  }

  /** The header's word counts first, then what the form says of itself, then the site's custom. */
  private static Charset charset(List<Raw> fields, ContentType type, Charset site)
      throws RefusedException {
    var named = type.charset();
    if (named.isPresent()) {
      return named.get();
    }
    for (Raw field : fields) {
      if (field.name().equals("_charset_") && !field.value().isEmpty()) {
        return Characters.charset(field.value());
      }
    }
    return site;
  }

  private static Map<String, List<String>> decode(List<Raw> raw, Charset charset)
      throws RefusedException {
    var fields = new LinkedHashMap<String, List<String>>();
    for (Raw field : raw) {
      String name = Characters.decode(field.name().getBytes(ISO_8859_1), charset);
      String value = Characters.decode(field.value().getBytes(ISO_8859_1), charset);
      Characters.check(name);
      Characters.check(value);
      fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
    return fields;
  }

  private static List<Raw> split(byte[] body) throws RefusedException {
    var fields = new ArrayList<Raw>();
    int start = 0;
    while (start < body.length) {
      int end = indexOf(body, '&', start, body.length);
      if (end > start) {
        int equals = indexOf(body, '=', start, end);
        fields.add(
            new Raw(unescape(body, start, equals), unescape(body, Math.min(equals + 1, end), end)));
        Form.checkCount(fields.size());
      }
      start = end + 1;
    }
    return fields;
  }

  private static int indexOf(byte[] body, char wanted, int from, int to) {
    int at = from;
    while (at < to && body[at] != wanted) {
      at++;
    }
    return at;
  }

  private static String unescape(byte[] body, int from, int to) throws RefusedException {
    var bytes = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      if (body[i] == '%') {
        int high = hex(body, i + 1, to);
        int low = hex(body, i + 2, to);
        if (high < 0 || low < 0) {
          throw new RefusedException(
              Refusal.BAD_REQUEST, "The form has a percent sign that starts no escape.");
        }
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(body[i] == '+' ? ' ' : body[i]);
      }
    }
    return bytes.toString(ISO_8859_1);
  }

  /** Returns the value of a hexadecimal digit, or -1 where there is none. */
  private static int hex(byte[] body, int at, int to) {
    return at < to ? Character.digit(body[at] & 0xFF, 16) : -1;
  }
}
