package org.moderato.store;

import static java.util.Objects.requireNonNull;

/**
 * One step in what people made of a comment.
 *
 * @param decision who changed what, when and why
 * @param undo whether it took back the decision that stood, rather than being one
 */
public record Change(Decision decision, boolean undo) {
  public Change {
    requireNonNull(decision);
  }
}
