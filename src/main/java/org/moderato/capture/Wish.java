package org.moderato.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What kind of answer a caller wishes for, by its {@code Accept} header (RFC 9110, 12.5.1). */
enum Wish {
  HTML,
  JSON;

  /**
   * How much a header asks for a type.
   *
   * @param weight from 0 to 1
   * @param exactness 3 for the type itself, 2 for {@code text/*} and the like, 1 for any type, 0
   *     where the type is not mentioned
   */
  private record Liking(double weight, int exactness) implements Comparable<Liking> {
    @Override
    public int compareTo(Liking other) {
      int byWeight = Double.compare(weight, other.weight);
      return byWeight != 0 ? byWeight : Integer.compare(exactness, other.exactness);
    }
  }

  private static final Liking NONE = new Liking(0, 0);

  /** Returns the wish of a request; where it has none, the kind that goes with what it sent. */
  static Wish of(HttpServletRequest request) {
    List<String> accept = Collections.list(request.getHeaders("Accept"));
    int html = liking(accept, "text/html").compareTo(liking(accept, ContentType.JSON));
    if (html != 0) {
      return html > 0 ? HTML : JSON;
    }
    boolean script = "XMLHttpRequest".equalsIgnoreCase(request.getHeader("X-Requested-With"));
    String sent = ContentType.of(request).name();
    return script || sent.equals(ContentType.JSON) ? JSON : HTML;
  }

  private static Liking liking(List<String> accept, String type) {
    String anyOfKind = type.substring(0, type.indexOf('/') + 1) + "*";
    var liking = NONE;
    for (String line : accept) {
      for (String range : line.split(",", -1)) {
        String[] words = range.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
        int exactness =
            words[0].equals(type)
                ? 3
                : words[0].equals(anyOfKind) ? 2 : words[0].equals("*/*") ? 1 : 0;
        if (exactness > liking.exactness()) {
          liking = new Liking(weight(words), exactness);
        }
      }
    }
    return liking.weight() == 0 ? NONE : liking;
  }

  private static double weight(String[] words) {
    for (String word : words) {
      if (word.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
        return Double.parseDouble(word.substring(2));
      }
    }
    return 1;
  }
}
