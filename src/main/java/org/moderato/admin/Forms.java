package org.moderato.admin;

import jakarta.servlet.http.HttpServletRequest;

/** Reads the fields of the desk's own forms, which browsers fill in and attackers forge. */
final class Forms {
  private Forms() {}

  /**
   * Returns a field or query parameter, or an empty string if it is missing.
   *
   * @throws Refusal if the request's parameters cannot be read
   */
  static String text(HttpServletRequest request, String name) {
    try {
      String value = request.getParameter(name);
      return value == null ? "" : value;
    } catch (RuntimeException e) {
      // Containers throw what they like at bad escapes, bad UTF-8 and too many fields.
      throw Refusal.malformed("The form did not arrive whole. Please go back and try again.");
    }
  }

  /**
   * Returns a field that holds a number.
   *
   * @throws Refusal if it is missing or holds anything else
   */
  static int number(HttpServletRequest request, String name) {
    try {
      return Integer.parseInt(text(request, name));
    } catch (NumberFormatException e) {
      throw Refusal.malformed("The form's field '" + name + "' must be a number.");
    }
  }

  /**
   * Returns a field of one line or several, without surrounding white space.
   *
   * @param limit how many code points it may have
   * @param what its name in the message
   * @throws Refusal if it is longer, or holds characters that no keyboard types
   */
  static String words(HttpServletRequest request, String name, int limit, String what) {
    String words = text(request, name).strip();
    if (words.codePointCount(0, words.length()) > limit) {
      throw Refusal.malformed(
          "%s must have at most %,d characters. Please go back and shorten it."
              .formatted(what, limit));
    }
    if (!isPlain(words)) {
      throw Refusal.malformed(what + " holds characters that cannot be kept.");
    }
    return words;
  }

  /** Returns whether a text is free of what a database may refuse: NUL and unpaired surrogates. */
  static boolean isPlain(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }
}
