package org.moderato.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.moderato.text.Span;

/**
 * Why a comment was judged as it was: one rule that matched.
 *
 * @param rule the rule's name
 * @param file the file that it stands in, relative to the rules' folder
 * @param line the line that the rule starts on, from 1
 * @param then what the rule asks for
 * @param because the editor's words for it; empty if the rule gives none
 * @param shadow whether the rule is only on trial, so that it changed nothing
 * @param measures the comparisons in its condition that were true, in the order of the condition
 * @param marks the characters that mattered, in the text as typed, in text order; empty where it
 *     was the text as a whole
 */
public record Reason(
    String rule,
    String file,
    int line,
    Outcome then,
    String because,
    boolean shadow,
    List<Measure> measures,
    List<Span> marks) {
  public Reason {
    requireNonNull(rule);
    requireNonNull(file);
    requireNonNull(then);
    requireNonNull(because);
    measures = List.copyOf(measures);
    marks = List.copyOf(marks);
  }
}
