package org.moderato.rule;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.Arrays;

/**
 * Where the words of a folded text begin and end.
 *
 * <p>A word is a run of letters, digits and the marks on them, after Unicode's word boundaries (UAX
 * #29) with two differences that serve word lists: apostrophes, full stops and underscores part
 * words as all punctuation does, so that {@code don't}, {@code don’t} and {@code don t} are the
 * same two words; and a pictograph such as an emoji is a word. Scripts that write no spaces between
 * words (Han, Hiragana, Thai, Lao, Khmer, Burmese) have a word for each character, so that an entry
 * matches wherever it stands.
 */
final class Words {
  private enum Kind {
    NONE,
    PART,
    MARK,
    WHOLE
  }

  private final int[] bounds;
  private final int count;

  private Words(int[] bounds, int count) {
    this.bounds = bounds;
    this.count = count;
  }

  static Words of(String folded) {
    int[] bounds = new int[16];
    int count = 0;
    Kind before = Kind.NONE;
    int i = 0;
    while (i < folded.length()) {
      int c = folded.codePointAt(i);
      int next = i + Character.charCount(c);
      Kind kind = kind(c);
      boolean goesOn =
          kind == Kind.MARK ? before != Kind.NONE : kind == Kind.PART && before == Kind.PART;
      if (goesOn) {
        bounds[2 * count - 1] = next;
      } else if (kind == Kind.PART || kind == Kind.WHOLE) {
        if (2 * count == bounds.length) {
          bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * count] = i;
        bounds[2 * count + 1] = next;
        count++;
        before = kind;
      } else {
        before = Kind.NONE;
      }
      i = next;
    }
    return new Words(bounds, count);
  }

  int count() {
    return count;
  }

  /** Returns the first unit of a word in the folded text. */
  int start(int word) {
    return bounds[2 * word];
  }

  /** Returns one past the last unit of a word in the folded text. */
  int end(int word) {
    return bounds[2 * word + 1];
  }

  private static Kind kind(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? Kind.PART : Kind.NONE;
    }
    return switch (UCharacter.getType(c)) {
      case UCharacterCategory.NON_SPACING_MARK,
          UCharacterCategory.COMBINING_SPACING_MARK,
          UCharacterCategory.ENCLOSING_MARK ->
          Kind.MARK;
      case UCharacterCategory.OTHER_SYMBOL -> Kind.WHOLE;
      default -> !UCharacter.isLetterOrDigit(c) ? Kind.NONE : unspaced(c) ? Kind.WHOLE : Kind.PART;
    };
  }

  private static boolean unspaced(int c) {
    return UCharacter.hasBinaryProperty(c, UProperty.IDEOGRAPHIC)
        || UScript.getScript(c) == UScript.HIRAGANA
        || UCharacter.getIntPropertyValue(c, UProperty.LINE_BREAK)
            == UCharacter.LineBreak.COMPLEX_CONTEXT;
  }
}
