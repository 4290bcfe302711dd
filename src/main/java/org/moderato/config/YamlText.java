package org.moderato.config;

import static java.util.Objects.requireNonNull;

/**
 * A scalar in a YAML file, with where it stands.
 *
 * @param text its value
 * @param place where its first character stands (inside the quotes, for a quoted one)
 * @param block whether it is a block scalar ({@code |} or {@code >}), whose text starts a line
 *     below
 */
public record YamlText(String text, Place place, boolean block) {
  public YamlText {
    requireNonNull(text);
    requireNonNull(place);
  }
}
