package org.moderato.command;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderato.config.Place;
import org.moderato.config.Problem;
import org.moderato.config.Suggestion;

/**
 * The columns of a table: which one holds the comments, and which hold labels.
 *
 * @param width how many columns there are
 * @param text the index of the comments' column, from 0
 * @param labels the index of each label's column, by the label's name
 */
record Header(int width, int text, Map<String, Integer> labels) {
  /** The columns that comments are looked for in, the first that is there wins. */
  static final List<String> TEXT_COLUMNS = List.of("text", "comment", "body");

  /** The columns whose 0 and 1 say what people thought of a comment. */
  static final List<String> LABEL_COLUMNS = List.of("toxic", "spam");

  Header {
    labels = Map.copyOf(labels);
  }

  /**
   * Finds the columns.
   *
   * @param place where the header stands
   * @param wanted the name of the comments' column or its number from 1, where one was asked for
   * @throws CommandException if it cannot be told which column holds the comments
   */
  static Header of(List<String> names, Optional<String> wanted, Place place) {
    if (names.isEmpty()) {
      throw problem(place, "wanted a header with the columns' names, found nothing");
    }
    var labels = new HashMap<String, Integer>();
    for (String label : LABEL_COLUMNS) {
      if (names.contains(label)) {
        labels.put(label, names.indexOf(label));
      }
    }
    int text = wanted.map(w -> named(names, w, place)).orElseGet(() -> usual(names, place));
    return new Header(names.size(), text, labels);
  }

  /**
   * Makes an entry of a line's cells.
   *
   * @param line the line that they start on
   */
  Row row(long line, List<String> cells) {
    if (cells.size() != width) {
      return Row.broken(
          line, "wanted " + width + " columns as in the header, found " + cells.size());
    }
    var said = new HashMap<String, Boolean>();
    labels.forEach(
        (label, index) -> label(cells.get(index)).ifPresent(yes -> said.put(label, yes)));
    return new Row(line, cells.get(text), said, "");
  }

  /** Reads a label: 0 for no, 1 for yes; whatever else is no label. */
  static Optional<Boolean> label(String cell) {
    return switch (cell.strip()) {
      case "0" -> Optional.of(false);
      case "1" -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  private static int named(List<String> names, String wanted, Place place) {
    int index = names.indexOf(wanted);
    if (index < 0 && wanted.matches("\\d{1,6}")) {
      index = Integer.parseInt(wanted) - 1;
    }
    if (index < 0 || index >= names.size()) {
      throw problem(
          place,
          "no column '" + wanted + "'" + Suggestion.didYouMean(wanted, names) + listed(names));
    }
    return index;
  }

  private static int usual(List<String> names, Place place) {
    Optional<String> usual = TEXT_COLUMNS.stream().filter(names::contains).findFirst();
    if (usual.isPresent()) {
      return names.indexOf(usual.get());
    }
    if (names.size() == 1) {
      return 0;
    }
    throw problem(place, "which column holds the comments? Say it with --column" + listed(names));
  }

  private static CommandException problem(Place place, String message) {
    return new CommandException(new Problem(place, message).toString());
  }

  private static String listed(List<String> names) {
    return names.stream().collect(joining(", ", " (columns: ", ")"));
  }
}
