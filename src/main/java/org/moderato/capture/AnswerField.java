package org.moderato.capture;

import static java.util.Objects.requireNonNull;

/**
 * A field of the form on the answer page.
 *
 * @param name the field's name in the site's own form
 * @param label what readers call it; empty for a field that is sent along unseen
 * @param value what was typed
 * @param problem what is wrong with it, or empty
 * @param multiline whether it is a text of several lines
 */
public record AnswerField(
    String name, String label, String value, String problem, boolean multiline) {
  public AnswerField {
    requireNonNull(name);
    requireNonNull(label);
    requireNonNull(value);
    requireNonNull(problem);
  }

  /** Returns whether it is sent along unseen. */
  public boolean hidden() {
    return label.isEmpty();
  }
}
