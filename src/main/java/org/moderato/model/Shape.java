package org.moderato.model;

import java.util.ArrayList;
import java.util.List;
import org.moderato.check.Link;
import org.moderato.text.Text;

/**
 * The outward features of a text that say much about spam in any language: links, money, telephone
 * numbers, calls to write elsewhere, odd letters.
 *
 * <p>Amounts go into few classes ({@code 0, 1, 2, 3-4, 5-8 ...}), so that a model learns from every
 * text and not from one number.
 */
final class Shape {
  private static final int MIN_PHONE_DIGITS = 8;

  private final Text text;
  private final List<String> found = new ArrayList<>();

  private Shape(Text text) {
    this.text = text;
  }

  /** Returns the names of the features of a stretch of the folded view, each once. */
  static List<String> of(Text text, List<Link> links, int start, int end) {
    var shape = new Shape(text);
    shape.links(links, start, end);
    shape.characters(start, end);
    return shape.found.stream().distinct().toList();
  }

  private void links(List<Link> links, int start, int end) {
    if (links.isEmpty()) {
      return;
    }
    note("links " + amount(links.size()));
    int linked = 0;
    for (Link link : links) {
      linked += Math.min(end, link.end()) - link.start();
      note("host " + link.host());
      note("ending " + link.host().substring(link.host().lastIndexOf('.') + 1));
      note(link.end() - link.start() > link.host().length() + 12 ? "long link" : "short link");
    }
    note("linked " + tenths(linked, end - start));
  }

  private void characters(int start, int end) {
    String folded = text.folded();
    int visible = 0;
    int letters = 0;
    int capitals = 0;
    int digits = 0;
    int exclamations = 0;
    int pictures = 0;
    int odd = 0;
    int lines = 0;
    int phone = 0;
    for (int i = start; i < end; ) {
      int c = folded.codePointAt(i);
      int next = Math.min(end, i + Character.charCount(c));
      int type = Character.getType(c);
      boolean digit = type == Character.DECIMAL_DIGIT_NUMBER;
      phone = digit ? phone + 1 : phone > 0 && " -()./".indexOf(c) >= 0 ? phone : 0;
      if (phone == MIN_PHONE_DIGITS) {
        note("telephone");
      }
      if (c == '\n') {
        lines++;
      }
      if (!Character.isWhitespace(c)) {
        visible++;
      }
      if (digit) {
        digits++;
      } else if (c == '!') {
        exclamations++;
      } else if (type == Character.CURRENCY_SYMBOL) {
        note("money");
      } else if (c == '%') {
        note("per cent");
      } else if (c == '@') {
        note(i > start && Character.isLetterOrDigit(folded.charAt(i - 1)) ? "e-mail" : "mention");
      } else if (c == '#') {
        note("hashtag");
      } else if (type == Character.OTHER_SYMBOL || type == Character.SURROGATE) {
        pictures++;
      }
      if (Character.isLetter(c)) {
        letters++;
        int typed = text.typed().codePointAt(text.typedSpan(i, next).start());
        if (Character.isUpperCase(typed)) {
          capitals++;
        }
        if (typed != c && Character.toLowerCase(typed) != c) {
          odd++;
        }
      }
      i = next;
    }
    note("length " + amount(visible));
    note("lines " + amount(lines));
    note("capitals " + tenths(capitals, letters));
    note("digits " + tenths(digits, visible));
    note("letters " + tenths(letters, visible));
    note("exclamations " + amount(exclamations));
    note("pictures " + amount(pictures));
    note("odd letters " + amount(odd));
  }

  private void note(String what) {
    found.add("s:" + what);
  }

  /** Returns the class of an amount: 0, 1, 2, then doubling, named by its largest number. */
  private static int amount(int n) {
    return n <= 2 ? n : Integer.highestOneBit(n - 1) * 2;
  }

  private static int tenths(int part, int whole) {
    return whole == 0 ? 0 : (int) Math.ceil(10.0 * part / whole);
  }
}
