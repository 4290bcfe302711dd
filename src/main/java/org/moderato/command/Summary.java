package org.moderato.command;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.moderato.rule.Outcome;
import org.moderato.rule.Reason;
import org.moderato.verdict.Verdict;

/**
 * Counts what became of an archive's entries, for a person to read. Not thread-safe.
 *
 * <p>Where the archive says which comments are bad (a label of 1), each label gets a table of
 * verdicts against it, with the precision and the recall of "was not approved" as a finder of bad
 * comments.
 */
final class Summary {
  private static final int TOP = 10;

  private final Map<Outcome, Integer> verdicts = new EnumMap<>(Outcome.class);
  private final Map<String, Integer> languages = new HashMap<>();
  private final Map<String, Integer> rules = new HashMap<>();
  private final Map<String, Map<Outcome, int[]>> labels = new TreeMap<>();
  private int comments;
  private int broken;
  private Optional<Row> firstBroken = Optional.empty();

  /** Counts one entry. */
  void add(Judged judged) {
    Row row = judged.row();
    if (judged.verdict().isEmpty()) {
      broken++;
      firstBroken = firstBroken.or(() -> Optional.of(row));
      return;
    }
    Verdict verdict = judged.verdict().get();
    Outcome outcome = verdict.outcome();
    comments++;
    verdicts.merge(outcome, 1, Integer::sum);
    languages.merge(judged.language().orElse("undetermined"), 1, Integer::sum);
    verdict.reasons().stream()
        .filter(reason -> !reason.shadow())
        .map(Summary::named)
        .distinct()
        .forEach(rule -> rules.merge(rule, 1, Integer::sum));
    row.labels()
        .forEach(
            (label, bad) ->
                labels.computeIfAbsent(label, l -> new EnumMap<>(Outcome.class))
                    .computeIfAbsent(outcome, o -> new int[2])[bad ? 1 : 0]++);
  }

  /** Returns how many entries there were, broken ones included. */
  int entries() {
    return comments + broken;
  }

  /** Returns how many entries could not be read. */
  int broken() {
    return broken;
  }

  /** Returns the counts as lines of text. */
  String text(Duration took) {
    var text = new StringBuilder();
    double seconds = Math.max(1e-3, took.toNanos() / 1e9);
    line(text, "%,d comments in %,.1f s, %,.0f a second", comments, seconds, comments / seconds);
    text.append('\n');
    for (Outcome outcome : Outcome.values()) {
      int count = verdicts.getOrDefault(outcome, 0);
      line(
          text,
          "  %-10s%,9d  %5.1f %%",
          outcome.word(),
          count,
          100.0 * count / Math.max(1, comments));
    }
    ranked(text, "languages", languages);
    ranked(text, "rules", rules);
    labels.forEach((label, counts) -> confusion(text, label, counts));
    firstBroken.ifPresent(
        row ->
            line(
                text,
                broken == 1
                    ? "%n1 entry could not be read, on line %2$d: %3$s"
                    : "%n%1$,d entries could not be read, the first on line %2$d: %3$s",
                broken,
                row.line(),
                row.error()));
    return text.toString();
  }

  private static String named(Reason reason) {
    return reason.rule() + (reason.file().isEmpty() ? "" : " (" + reason.file() + ")");
  }

  private static void ranked(StringBuilder text, String title, Map<String, Integer> counts) {
    if (counts.isEmpty()) {
      return;
    }
    Comparator<Map.Entry<String, Integer>> order =
        Map.Entry.<String, Integer>comparingByValue().reversed();
    String listed =
        counts.entrySet().stream()
            .sorted(order.thenComparing(Map.Entry.comparingByKey()))
            .limit(TOP)
            .map(e -> String.format(Locale.ROOT, "  %,9d  %s", e.getValue(), e.getKey()))
            .collect(joining("\n"));
    line(text, "%n%s%s:%n%s", counts.size() > TOP ? "most frequent " : "", title, listed);
  }

  private static void confusion(StringBuilder text, String label, Map<Outcome, int[]> counts) {
    line(text, "%n  %-10s%14s%14s", "", "not " + label, label);
    int caught = 0;
    int wronged = 0;
    int bad = 0;
    for (Outcome outcome : Outcome.values()) {
      int[] cells = counts.getOrDefault(outcome, new int[2]);
      line(text, "  %-10s%,14d%,14d", outcome.word(), cells[0], cells[1]);
      bad += cells[1];
      if (outcome != Outcome.APPROVE) {
        wronged += cells[0];
        caught += cells[1];
      }
    }
    line(
        text,
        "  not approved, as a finder of %s: precision %s, recall %s",
        label,
        share(caught, caught + wronged),
        share(caught, bad));
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.3f", (double) part / whole);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
