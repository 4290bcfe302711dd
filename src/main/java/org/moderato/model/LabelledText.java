package org.moderato.model;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * One row of a labelled set.
 *
 * @param text the text as it was typed
 * @param positive the set's main label: toxic, or spam
 * @param labels the owner's fine labels, empty where there are none
 */
public record LabelledText(String text, boolean positive, Set<String> labels) {
  public LabelledText {
    requireNonNull(text);
    labels = Set.copyOf(labels);
  }
}
