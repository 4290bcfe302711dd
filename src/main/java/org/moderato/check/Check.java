package org.moderato.check;

import java.util.List;
import org.moderato.text.Text;

/**
 * Looks for one thing in a comment's text.
 *
 * <p>A check sees the text and nothing else, so equal texts give equal findings and verdicts can be
 * cached. Instances are shared by request threads: keep them immutable. A check which cannot answer
 * throws, and the comment is held; an empty list means "looked, and found nothing".
 */
public interface Check {
  /** Returns what this check can find, for rule files to name. */
  List<Symbol> symbols();

  /** Returns what was found, in text order. */
  List<Finding> examine(Text text);
}
