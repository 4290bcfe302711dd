package org.moderato.check;

import java.util.List;
import org.moderato.text.Text;

/**
 * Counts the characters of a comment that a reader sees.
 *
 * <p>Counted are the code points of the folded view that are not white space, so zero-width
 * characters and bidirectional controls cannot make a comment longer. An empty comment has no
 * finding, and a rule then reads 0.
 */
public record LengthCheck() implements Check {
  private static final Symbol LENGTH =
      new Symbol(
          "length",
          Symbol.Kind.COUNT,
          "How many characters the comment has, without spaces and what does not show.");

  @Override
  public List<Symbol> symbols() {
    return List.of(LENGTH);
  }

  @Override
  public List<Finding> examine(Text text) {
    long visible = text.folded().codePoints().filter(c -> !Character.isWhitespace(c)).count();
    return visible == 0 ? List.of() : List.of(new Finding(LENGTH.name(), visible, text.whole()));
  }
}
