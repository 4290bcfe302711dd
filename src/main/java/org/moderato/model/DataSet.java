package org.moderato.model;

import static java.util.Objects.requireNonNull;

/**
 * What the index of a {@link DataFolder} says about one set.
 *
 * @param file its path within the folder, by which recipes name it
 * @param language its language as the index writes it
 * @param split {@code train}, {@code dev}, {@code measure} or {@code bias}
 * @param terms the owner's terms
 */
public record DataSet(String file, String language, String split, String terms) {
  public DataSet {
    requireNonNull(file);
    requireNonNull(language);
    requireNonNull(split);
    requireNonNull(terms);
  }
}
