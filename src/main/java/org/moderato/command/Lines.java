package org.moderato.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Splits a stream of bytes into lines and decodes each one by itself, so that a broken line spoils
 * no other. Lines end in LF or CR LF; the last one needs no end. A byte order mark at the start is
 * left out. Not thread-safe.
 */
final class Lines {
  /** The longest line, in bytes: room for a comment of 1 MB in any escaping. */
  static final int MAX_BYTES = 8 * 1024 * 1024;

  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;
  private long number;
  private Optional<Line> peeked = Optional.empty();

  /**
   * One line.
   *
   * @param number counted from 1
   * @param text the line without its end; where it is broken, as much as could be decoded
   * @param error why it could not be read, or empty
   */
  record Line(long number, String text, String error) {}

  Lines(InputStream in) {
    this.in = in;
  }

  /** Returns the next line and leaves it to be read again. */
  Optional<Line> peek() throws IOException {
    if (peeked.isEmpty()) {
      peeked = read();
    }
    return peeked;
  }

  /** Returns the next line, or nothing at the end. */
  Optional<Line> next() throws IOException {
    Optional<Line> line = peek();
    peeked = Optional.empty();
    return line;
  }

  private Optional<Line> read() throws IOException {
    var bytes = new ByteArrayOutputStream(256);
    boolean any = false;
    boolean ended = false;
    long length = 0;
    while (!ended && (at < filled || fill())) {
      any = true;
      int from = at;
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      length += at - from;
      if (length <= MAX_BYTES) {
        bytes.write(buffer, from, at - from);
      }
      if (at < filled) {
        at++;
        ended = true;
      }
    }
    if (!any) {
      return Optional.empty();
    }
    number++;
    return Optional.of(
        length > MAX_BYTES
            ? new Line(number, "", "longer than " + MAX_BYTES + " bytes")
            : decode(bytes.toByteArray()));
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }

  private Line decode(byte[] bytes) {
    boolean marked =
        number == 1
            && bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    int start = marked ? 3 : 0;
    int end =
        bytes.length > start && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    try {
      var text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
      return new Line(number, text.toString(), "");
    } catch (CharacterCodingException e) {
      var text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      return new Line(number, text, "not valid UTF-8");
    }
  }
}
