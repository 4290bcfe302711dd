package org.moderato.model;

import java.util.List;
import org.moderato.check.Finding;
import org.moderato.check.Symbol;
import org.moderato.text.Text;

/**
 * Looks for one thing in a text whose language somebody else has determined.
 *
 * <p>The promises are those of {@link org.moderato.check.Check}: equal texts in equal languages
 * give equal findings, and instances are shared by threads.
 */
interface InLanguage {
  /** Returns what can be found, for rule files to name. */
  List<Symbol> symbols();

  /**
   * Returns what was found, in text order.
   *
   * @param language an ISO 639-1 code, or {@link LanguageCheck#UNDETERMINED}
   */
  List<Finding> examine(Text text, String language);
}
