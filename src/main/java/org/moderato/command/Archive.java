package org.moderato.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.moderato.config.Place;
import org.moderato.config.Problem;

/** Opens an archive of comments in any {@link Format}, gzipped or not. */
final class Archive {
  private static final int GZIP_MAGIC = 0x1F8B;
  private static final List<Integer> UTF_16_MARKS = List.of(0xFEFF, 0xFFFE);

  private Archive() {}

  /**
   * Opens an archive.
   *
   * @param in its bytes; the caller closes them
   * @param name what to call it in messages; its ending tells the format, if it is a known one
   * @param format the format, where it was asked for
   * @param column the name of the comments' column or member, or the column's number from 1
   * @throws CommandException if the archive's beginning makes no sense
   */
  static Rows open(InputStream in, String name, Optional<Format> format, Optional<String> column)
      throws IOException {
    var lines = new Lines(plain(in, name));
    List<String> columns = column.map(List::of).orElse(Header.TEXT_COLUMNS);
    Optional<Format> told = format.or(() -> Format.ofName(name));
    Format found =
        told.isPresent()
            ? told.get()
            : Format.ofFirstLine(lines.peek().map(Lines.Line::text).orElse(""), column);
    return switch (found) {
      case TSV -> tsv(lines, name, column);
      case CSV -> new CsvRows(lines, name, column);
      case JSONL -> new JsonRows(lines, columns);
      case LINES -> plainLines(lines, name, column);
    };
  }

  private static InputStream plain(InputStream in, String name) throws IOException {
    var buffered = new BufferedInputStream(in);
    buffered.mark(2);
    int magic = buffered.read() << 8 | buffered.read();
    buffered.reset();
    if (UTF_16_MARKS.contains(magic)) {
      throw new CommandException(name + ": wanted UTF-8, found UTF-16");
    }
    return magic == GZIP_MAGIC ? new GZIPInputStream(buffered) : buffered;
  }

  private static Rows tsv(Lines lines, String name, Optional<String> column) throws IOException {
    List<String> names = lines.next().map(header -> TsvRows.cells(header.text())).orElse(List.of());
    return new TsvRows(lines, Header.of(names, column, new Place(name, 1, 0)));
  }

  private static Rows plainLines(Lines lines, String name, Optional<String> column) {
    if (column.isPresent()) {
      throw new CommandException(
          new Problem(
                  new Place(name, 1, 0),
                  "no column '"
                      + column.get()
                      + "': plain lines have none (say --format tsv, csv or jsonl if they are not)")
              .toString());
    }
    return () -> lines.next().map(Archive::plainRow);
  }

  private static Row plainRow(Lines.Line line) {
    return line.error().isEmpty()
        ? new Row(line.number(), line.text(), Map.of(), "")
        : Row.broken(line.number(), line.error());
  }
}
