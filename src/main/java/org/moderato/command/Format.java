package org.moderato.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that an archive of comments can be in. */
enum Format {
  /** A header, then columns between tabs; {@code \t}, {@code \n} and {@code \\} are escapes. */
  TSV,
  /** A header, then columns between commas, quoted as in RFC 4180. */
  CSV,
  /** A JSON object a line. */
  JSONL,
  /** A comment a line, as it stands. */
  LINES;

  /** Returns the format that a file's name tells, whether gzipped or not. */
  static Optional<Format> ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
      case "tsv", "tab" -> Optional.of(TSV);
      case "csv" -> Optional.of(CSV);
      case "jsonl", "ndjson" -> Optional.of(JSONL);
      case "txt" -> Optional.of(LINES);
      default -> Optional.empty();
    };
  }

  /**
   * Guesses the format by the first line. A tab or a comma alone is no sign of a table, since
   * comments have them too: the line must also name a column that comments are expected in. Where a
   * column was asked for, plain lines are out of the question.
   */
  static Format ofFirstLine(String line, Optional<String> column) {
    if (line.stripLeading().startsWith("{")) {
      return JSONL;
    }
    if (column.isPresent()) {
      return line.contains("\t") || !line.contains(",") ? TSV : CSV;
    }
    if (namesText(line.split("\t", -1))) {
      return TSV;
    }
    return namesText(line.replace("\"", "").split(",", -1)) ? CSV : LINES;
  }

  private static boolean namesText(String[] cells) {
    return Arrays.stream(cells).anyMatch(Header.TEXT_COLUMNS::contains);
  }
}
