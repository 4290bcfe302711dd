package org.moderato.text;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/**
 * Turns a typed text into the views that checks read.
 *
 * <p>Folding is Unicode's NFKC_Casefold as ICU implements it, so neither the locale nor the JDK's
 * version changes a result, and folding twice equals folding once. The text is folded piece by
 * piece between normalisation boundaries; each folded unit maps to the whole piece that it came
 * from. Unpaired surrogates pass through unchanged. Thread-safe.
 */
public final class Normaliser {
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  /** Returns the views of {@code typed}; any string is allowed, also an empty one. */
  public Text normalise(String typed) {
    return isAscii(typed) ? foldAscii(typed) : foldPieces(typed);
  }

  private static boolean isAscii(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static Text foldAscii(String typed) {
    char[] folded = typed.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      if (folded[i] >= 'A' && folded[i] <= 'Z') {
        folded[i] = (char) (folded[i] | 0x20);
      }
    }
    return new Text(typed, new String(folded), null, null);
  }

  private static Text foldPieces(String typed) {
    var folded = new StringBuilder(typed.length() + 16);
    int[] starts = new int[typed.length() + 16];
    int[] ends = new int[typed.length() + 16];
    int start = 0;
    while (start < typed.length()) {
      int end = pieceEnd(typed, start);
      int from = folded.length();
      folded.append(FOLD.normalize(typed.substring(start, end)));
      if (folded.length() > starts.length) {
        int room = Math.max(folded.length(), starts.length * 2);
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
      }
      Arrays.fill(starts, from, folded.length(), start);
      Arrays.fill(ends, from, folded.length(), end);
      start = end;
    }
    return new Text(
        typed,
        folded.toString(),
        Arrays.copyOf(starts, folded.length()),
        Arrays.copyOf(ends, folded.length()));
  }

  private static int pieceEnd(String typed, int start) {
    int end = start + Character.charCount(typed.codePointAt(start));
    while (end < typed.length()) {
      int next = typed.codePointAt(end);
      if (FOLD.hasBoundaryBefore(next)) {
        break;
      }
      end += Character.charCount(next);
    }
    return end;
  }
}
