package org.moderato.admin;

import java.util.List;
import org.moderato.config.Place;
import org.moderato.rule.Outcome;
import org.moderato.rule.Reason;

/**
 * A rule that matched, as a page shows it.
 *
 * @param rule its name
 * @param place its file and line; empty if it stands in no file
 * @param then what it asks for
 * @param because the editor's words; may be empty
 * @param measures what was compared
 */
public record Why(
    String rule, String place, Outcome then, String because, List<Measured> measures) {
  public Why {
    measures = List.copyOf(measures);
  }

  static Why of(Reason reason) {
    return new Why(
        reason.rule(),
        new Place(reason.file(), reason.line(), 0).toString(),
        reason.then(),
        reason.because(),
        reason.measures().stream().map(Measured::of).toList());
  }
}
