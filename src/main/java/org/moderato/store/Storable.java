package org.moderato.store;

/** Tells which strings a database can hold and give back unchanged. */
final class Storable {
  private Storable() {}

  /** Returns whether {@code text} is free of NUL and of unpaired surrogates. */
  static boolean isText(String text) {
    return unstorableAt(text) < 0;
  }

  /**
   * Returns {@code text}.
   *
   * @param what its name in the message
   * @throws StoreException if it holds a NUL or an unpaired surrogate
   */
  static String text(String what, String text) {
    int at = unstorableAt(text);
    if (at >= 0) {
      throw new StoreException(
          "%s cannot be stored: it holds %s at %d"
              .formatted(what, text.charAt(at) == 0 ? "NUL" : "an unpaired surrogate", at));
    }
    return text;
  }

  private static int unstorableAt(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return i;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}
