package org.moderato.model;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.moderato.check.Link;
import org.moderato.check.LinkScanner;
import org.moderato.text.Text;

/**
 * A text in stretches of at most {@value #LENGTH} characters, each ending at white space where
 * there is any in its second half.
 *
 * <p>Models score each stretch, and the highest score counts: an insult does not get milder by what
 * stands around it. It also keeps memory small however long a text is.
 */
final class Stretches implements Iterator<Grams> {
  private static final int LENGTH = 2000;

  private final Text text;
  private final List<Link> links;
  private int start;
  private boolean started;

  private Stretches(Text text) {
    this.text = text;
    this.links = LinkScanner.scan(text);
  }

  /** Returns the grams of one stretch after the other, at least of one. */
  static Iterable<Grams> of(Text text) {
    return () -> new Stretches(text);
  }

  @Override
  public boolean hasNext() {
    return !started || start < text.folded().length();
  }

  @Override
  public Grams next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int end = end();
    var grams = new Grams(text, links, start, end);
    start = end;
    started = true;
    return grams;
  }

  private int end() {
    String folded = text.folded();
    int limit = start + LENGTH;
    if (limit >= folded.length()) {
      return folded.length();
    }
    for (int end = limit; end > start + LENGTH / 2; end--) {
      if (Character.isWhitespace(folded.charAt(end - 1))) {
        return end;
      }
    }
    return Character.isLowSurrogate(folded.charAt(limit)) ? limit - 1 : limit;
  }
}
