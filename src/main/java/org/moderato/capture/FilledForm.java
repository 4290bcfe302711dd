package org.moderato.capture;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.moderato.config.Site.Part;

/**
 * A form that goes back to its reader: everything that was typed, and what is wrong with it. A
 * hosted page finds it in the request under {@link #ATTRIBUTE} and shows it in its own form.
 *
 * @param status the HTTP status that the page is to answer with
 * @param message what is wrong, for the head of the form
 * @param problems what is wrong with which field
 * @param typed what the reader typed into which field, as typed; hostile
 */
public record FilledForm(
    int status, String message, Map<Part, String> problems, Map<Part, String> typed) {
  /** The name of the request attribute. */
  public static final String ATTRIBUTE = "org.moderato.form";

  public FilledForm {
    requireNonNull(message);
    problems = Map.copyOf(problems);
    typed = Map.copyOf(typed);
  }

  /** Returns what was typed into a field, or an empty string. */
  public String typed(Part part) {
    return typed.getOrDefault(part, "");
  }

  /** Returns what is wrong with a field, or an empty string. */
  public String problem(Part part) {
    return problems.getOrDefault(part, "");
  }
}
