package org.moderato.command;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.moderato.config.Place;
import org.moderato.config.Problem;

/**
 * Reads a table of comma-separated values (RFC 4180), in which a quoted cell may run over several
 * lines.
 *
 * <p>A record with a broken line in it is broken, and reading goes on behind it. Where the quotes
 * themselves make no sense, nobody can tell where the next record starts, and reading ends.
 */
final class CsvRows implements Rows {
  private final String file;
  private final Source source;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Header header;
  private long lastLine;

  /**
   * Reads the header.
   *
   * @param file the name to report mistakes under
   * @param column the comments' column, where one was asked for
   */
  CsvRows(Lines lines, String file, Optional<String> column) throws IOException {
    this.file = file;
    this.source = new Source(lines);
    this.parser =
        CSVParser.builder()
            .setReader(source)
            .setFormat(CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get())
            .get();
    this.records = parser.iterator();
    List<String> names = record().map(r -> List.of(r.values())).orElse(List.of());
    this.header = Header.of(names, column, new Place(file, 1, 0));
    this.lastLine = parser.getCurrentLineNumber();
  }

  @Override
  public Optional<Row> next() throws IOException {
    return record().map(this::row);
  }

  private Row row(CSVRecord record) {
    long first = lastLine + 1;
    lastLine = parser.getCurrentLineNumber();
    Optional<Lines.Line> broken = source.brokenUpTo(lastLine);
    return broken.isPresent()
        ? Row.broken(broken.get().number(), broken.get().error())
        : header.row(first, List.of(record.values()));
  }

  private Optional<CSVRecord> record() throws IOException {
    try {
      source.startRecord();
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException || e.getCause() instanceof TooLongException) {
        throw senseless(Failures.explained(e.getCause()));
      }
      throw e.getCause();
    }
  }

  private CommandException senseless(String why) {
    var place = new Place(file, (int) Math.min(Integer.MAX_VALUE, lastLine + 1), 0);
    return new CommandException(
        new Problem(place, "not valid CSV from here on: " + why).toString());
  }

  /** A record longer than any comment: most likely a quote that is never closed. */
  private static final class TooLongException extends IOException {
    TooLongException() {
      super("a quote is not closed within " + Lines.MAX_BYTES + " characters");
    }
  }

  /** Feeds the parser line by line and remembers the broken ones. */
  private static final class Source extends Reader {
    private final Lines lines;
    private final Deque<Lines.Line> broken = new ArrayDeque<>();
    private String current = "";
    private int at;
    private long sinceRecord;

    Source(Lines lines) {
      this.lines = lines;
    }

    void startRecord() {
      sinceRecord = 0;
    }

    /** Returns the first broken line up to a record's last one, and forgets those. */
    Optional<Lines.Line> brokenUpTo(long line) {
      Optional<Lines.Line> first =
          Optional.ofNullable(broken.peekFirst()).filter(b -> b.number() <= line);
      broken.removeIf(b -> b.number() <= line);
      return first;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      if (at == current.length() && !nextLine()) {
        return -1;
      }
      int count = Math.min(length, current.length() - at);
      current.getChars(at, at + count, target, offset);
      at += count;
      sinceRecord += count;
      if (sinceRecord > Lines.MAX_BYTES) {
        throw new TooLongException();
      }
      return count;
    }

    private boolean nextLine() throws IOException {
      Optional<Lines.Line> line = lines.next();
      line.filter(l -> !l.error().isEmpty()).ifPresent(broken::add);
      current = line.map(l -> l.text() + "\n").orElse("");
      at = 0;
      return line.isPresent();
    }

    @Override
    public void close() {
      current = "";
    }
  }
}
