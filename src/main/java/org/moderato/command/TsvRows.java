package org.moderato.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads a table of tab-separated values below its header. */
final class TsvRows implements Rows {
  private final Lines lines;
  private final Header header;

  TsvRows(Lines lines, Header header) {
    this.lines = lines;
    this.header = header;
  }

  @Override
  public Optional<Row> next() throws IOException {
    return lines
        .next()
        .map(
            line ->
                line.error().isEmpty()
                    ? header.row(line.number(), cells(line.text()))
                    : Row.broken(line.number(), line.error()));
  }

  /** Splits a line at its tabs and undoes the escapes in each cell. */
  static List<String> cells(String line) {
    return List.of(line.split("\t", -1)).stream().map(TsvRows::unescape).toList();
  }

  /** A backslash before any other character than t, n, r or a backslash stands for itself. */
  private static String unescape(String cell) {
    if (cell.indexOf('\\') < 0) {
      return cell;
    }
    var plain = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      int escaped = c == '\\' && i + 1 < cell.length() ? "tnr\\".indexOf(cell.charAt(i + 1)) : -1;
      if (escaped < 0) {
        plain.append(c);
      } else {
        plain.append("\t\n\r\\".charAt(escaped));
        i++;
      }
    }
    return plain.toString();
  }
}
