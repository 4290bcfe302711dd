package org.moderato.rule;

import org.moderato.config.Place;
import org.moderato.config.YamlText;

/**
 * A value in a YAML file, with the way back from each of its characters to the file.
 *
 * @param value a value that was read from the file
 * @param source the content of the whole file
 */
record Snippet(YamlText value, String source) {
  /** Returns the value as YAML understands it. */
  String text() {
    return value.text();
  }

  /**
   * Returns where a character of the value stands in the file.
   *
   * @param offset which character, in code points from 0; one past the end is allowed
   */
  Place place(int offset) {
    return new Alignment(value, source.codePoints().toArray()).place(offset);
  }

  /**
   * A value laid alongside its file.
   *
   * <p>YAML knows several ways to write one text: plain, quoted with escapes, folded over lines,
   * indented in a block. Rather than repeat YAML's rules, this lets white space stretch, which is
   * exact for everything but the white space itself.
   */
  private static final class Alignment {
    private final YamlText value;
    private final int[] source;

    Alignment(YamlText value, int[] source) {
      this.value = value;
      this.source = source;
    }

    Place place(int offset) {
      int[] wanted = value.text().codePoints().toArray();
      int at = start();
      boolean doubled = at > 0 && source[at - 1] == '\'' && !value.block();
      boolean escaped = at > 0 && source[at - 1] == '"' && !value.block();
      for (int i = 0; i < wanted.length; i++) {
        if (Character.isWhitespace(wanted[i])) {
          continue;
        }
        at = skipBlanks(at, escaped);
        if (i >= offset || at >= source.length) {
          break;
        }
        at += escaped && source[at] == '\\' ? escapeLength(at) : 1;
        at += doubled && wanted[i] == '\'' ? 1 : 0;
      }
      return placeOf(at);
    }

    /** Returns the index of the value's first line or character in the file. */
    private int start() {
      int line = 1;
      int at = 0;
      int wantedLine = value.place().line() + (value.block() ? 1 : 0);
      while (at < source.length && line < wantedLine) {
        line += isLineEnd(at) ? 1 : 0;
        at++;
      }
      return Math.min(source.length, value.block() ? at : at + value.place().column() - 1);
    }

    private int skipBlanks(int from, boolean escaped) {
      int at = from;
      while (at < source.length) {
        if (Character.isWhitespace(source[at])) {
          at++;
        } else if (escaped && source[at] == '\\' && isBlankEscape(at + 1)) {
          at += 2;
        } else {
          break;
        }
      }
      return at;
    }

    private boolean isBlankEscape(int at) {
      return at < source.length && " \t\r\nntr".indexOf(source[at]) >= 0;
    }

    private int escapeLength(int at) {
      int kind = at + 1 < source.length ? source[at + 1] : 0;
      return switch (kind) {
        case 'x' -> 4;
        case 'u' -> 6;
        case 'U' -> 10;
        default -> 2;
      };
    }

    private Place placeOf(int index) {
      int line = 1;
      int column = 1;
      for (int i = 0; i < Math.min(index, source.length); i++) {
        boolean end = isLineEnd(i);
        line += end ? 1 : 0;
        column = end ? 1 : column + 1;
      }
      return new Place(value.place().file(), line, column);
    }

    /** Returns whether a line ends with this character; of a CR LF it is the LF. */
    private boolean isLineEnd(int at) {
      return source[at] == '\n'
          || (source[at] == '\r' && (at + 1 == source.length || source[at + 1] != '\n'));
    }
  }
}
