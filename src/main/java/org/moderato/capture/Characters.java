package org.moderato.capture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * Turns bytes into text without mercy. A byte that is replaced or dropped is a text that Moderato
 * judged and the site did not show, so bytes that are no text are refused.
 */
final class Characters {
  private Characters() {}

  static Charset charset(String name) throws RefusedException {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          Refusal.UNSUPPORTED_TYPE, "The form was sent in an encoding that is not known here.");
    }
  }

  static String decode(byte[] bytes, Charset charset) throws RefusedException {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException(
          Refusal.BAD_REQUEST,
          "The form has bytes that are no text in the encoding it was sent in.");
    }
  }

  /** Refuses what no reader can type: NUL, and halves of a surrogate pair. */
  static void check(String text) throws RefusedException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        throw new RefusedException(
            Refusal.BAD_REQUEST, "The form has characters that are not allowed in any text.");
      }
    }
  }
}
