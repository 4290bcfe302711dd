package org.moderato.admin;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/** Which rules are live, and what is wrong with those that are not. */
final class RulesPage {
  private final Supplier<RulesStatus> status;
  private final Clock clock;

  RulesPage(Supplier<RulesStatus> status, Clock clock) {
    this.status = status;
    this.clock = clock;
  }

  void show(Visit visit) throws IOException {
    RulesStatus now = status.get();
    visit.show(
        200,
        "rules",
        "Rules",
        "/desk/rules",
        Map.of(
            "live", now.live(),
            "since", now.live().map(book -> Moment.of(book.since(), clock)),
            "problems", now.problems(),
            "failedAt", now.failedAt().map(at -> Moment.of(at, clock))));
  }
}
