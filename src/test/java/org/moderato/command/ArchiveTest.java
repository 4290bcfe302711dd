package org.moderato.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArchiveTest {
  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a.tsv    | text⇥x¶one⇥1¶two⇥2             | 2:one, 3:two          | a table by its name
          a.tsv.gz | text¶one                       | 2:one                 | a name under a name
          a.tsv    | x⇥comment¶1⇥one                | 2:one                 | the second usual column
          a.tsv    | body⇥comment¶no⇥one            | 2:one                 | comment comes before body
          a.tsv    | x¶one                          | 2:one                 | the only column
          a.tsv    | text¶a\\tb\\nc\\\\n\\q         | 2:a⇥b¶c\\n\\q         | escapes, and what is none
          a.tsv    | text¶¶two                      | 2:, 3:two             | an empty comment is a comment
          a.tsv    | text⇥x¶one¶two⇥2¶three⇥3⇥3     | 2!wanted 2 columns as in the header, found 1, 3:two, 4!wanted 2 columns as in the header, found 3 | too few and too many columns
          a.csv    | id,text¶1,~one, ~~two~~~¶2,x   | 2:one, ~two~, 3:x     | quotes and commas
          a.csv    | id,text¶1,"a¶b"¶2,x            | 2:a¶b, 4:x            | a cell over two lines
          a.csv    | id,text¶1¶2,x                  | 2!wanted 2 columns as in the header, found 1, 3:x | a short record
          a.jsonl  | {"text":"one"}¶¶{"text":"two"} | 1:one, 3:two          | blank lines left out
          a.ndjson | {"body":"one"}                 | 1:one                 | the last usual member
          a.jsonl  | {"text":"one"¶{"text":"two"}   | 1!not valid JSON at column 14, 2:two | broken JSON
          a.jsonl  | {"text":"one"} x               | 1!not valid JSON at column 16 | JSON with a tail
          a.jsonl  | []¶{"x":1}¶{"text":1}          | 1!wanted a JSON object, 2!no member 'text'; 'comment'; 'body', 3!member 'text' is no string | other JSON
          a.txt    | text¶a,b¶                      | 1:text, 2:a,b         | plain lines have no header
          -        | text⇥x¶one⇥1                   | 2:one                 | a table by its first line
          -        | text¶one                       | 2:one                 | a table of one column
          -        | id,"comment"¶1,one             | 2:one                 | CSV by its first line
          -        |  {"text":"one"}                | 1:one                 | JSON by its first line
          -        | Well, yes¶no                   | 1:Well, yes, 2:no     | a comma makes no table
          -        | a⇥b                            | 1:a⇥b                 | a tab makes no table
          """)
  void open_aFormat_readsEachComment(String name, String content, String rows, String why)
      throws IOException {
    assertEquals(rows, shown(read(name, bytes(content), Optional.empty())));
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a.tsv   | text⇥note¶one⇥two    | note | 2:two | by name
          a.tsv   | text⇥note¶one⇥two    | 2    | 2:two | by number, from 1
          a.tsv   | 2⇥note¶one⇥two       | 2    | 2:one | a name wins over a number
          -       | id⇥note¶1⇥two        | note | 2:two | tabs make a table once a column is asked for
          -       | id,note¶1,two        | 2    | 2:two | and so do commas
          a.jsonl | {"text":1,"note":"x"}| note | 1:x   | a member
          """)
  void open_aColumn_readsIt(String name, String content, String column, String rows, String why)
      throws IOException {
    assertEquals(rows, shown(read(name, bytes(content), Optional.of(column))));
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a.tsv | id⇥texts¶1⇥x | text | a.tsv:1: no column 'text'; did you mean 'texts'? (columns: id, texts)
          a.tsv | id⇥note¶1⇥x | 3    | a.tsv:1: no column '3' (columns: id, note)
          a.tsv | id⇥note¶1⇥x | 0    | a.tsv:1: no column '0' (columns: id, note)
          a.tsv | id⇥note¶1⇥x |      | a.tsv:1: which column holds the comments? Say it with --column (columns: id, note)
          a.tsv | ``          |      | a.tsv:1: wanted a header with the columns' names, found nothing
          a.csv | ``          |      | a.csv:1: wanted a header with the columns' names, found nothing
          a.txt | one         | text | a.txt:1: no column 'text': plain lines have none (say --format tsv, csv or jsonl if they are not)
          """)
  void open_columnThatIsNotThere_saysWhich(
      String name, String content, String column, String message) {
    var e =
        assertThrows(
            CommandException.class, () -> read(name, bytes(content), Optional.ofNullable(column)));
    assertEquals(message, e.getMessage());
  }

  @Test
  void next_labels_areReadWhereTheyAreZeroOrOne() throws IOException {
    var rows = read("a.tsv", bytes("text⇥toxic⇥spam¶a⇥1⇥0¶b⇥?⇥1"), Optional.empty());
    assertEquals(Map.of("toxic", true, "spam", false), rows.get(0).labels());
    assertEquals(Map.of("spam", true), rows.get(1).labels());
    var json = read("a.jsonl", bytes("{~text~:~a~,~toxic~:1,~spam~:false}"), Optional.empty());
    assertEquals(Map.of("toxic", true, "spam", false), json.get(0).labels());
  }

  @ParameterizedTest
  @CsvSource({"a.tsv, 'text¶one¶b\u00E4d¶two'", "a.csv, 'text¶one¶b\u00E4d¶two'"})
  void next_lineThatIsNoUtf8_isBrokenAlone(String name, String content) throws IOException {
    byte[] latin1 = content.replace('¶', '\n').getBytes(ISO_8859_1);
    assertEquals("2:one, 3!not valid UTF-8, 4:two", shown(read(name, latin1, Optional.empty())));
  }

  @Test
  void open_byteOrderMark_isNoPartOfTheHeader() throws IOException {
    assertEquals("2:one", shown(read("a.tsv", bytes("\uFEFFtext¶one"), Optional.empty())));
  }

  @Test
  void open_utf16_saysSo() {
    var e =
        assertThrows(
            CommandException.class,
            () -> read("a.tsv", "text\none".getBytes(UTF_16), Optional.empty()));
    assertEquals("a.tsv: wanted UTF-8, found UTF-16", e.getMessage());
  }

  @Test
  void open_windowsLineEnds_areNoPartOfTheText() throws IOException {
    assertEquals("2:one", shown(read("a.tsv", bytes("text\r¶one\r¶"), Optional.empty())));
  }

  @Test
  void open_gzip_isToldByItsFirstBytes() throws IOException {
    assertEquals("2:one", shown(read("a.tsv", gzip(bytes("text¶one")), Optional.empty())));
  }

  @Test
  void next_gzipCutOff_fails() throws IOException {
    byte[] whole = gzip(bytes("text¶one¶two¶"));
    byte[] half = Arrays.copyOf(whole, whole.length - 12);
    assertThrows(EOFException.class, () -> read("a.tsv", half, Optional.empty()));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({"0, a line of just the longest length", "1, a line one byte longer"})
  void next_longLine_isRefusedBeyondTheLimit(int more, String why) throws IOException {
    var content = "x".repeat(Lines.MAX_BYTES + more) + "\nshort";
    var rows = read("a.txt", content.getBytes(UTF_8), Optional.empty());
    assertEquals(more == 1, rows.get(0).isBroken());
    assertEquals("short", rows.get(1).text());
  }

  @Test
  void next_quoteThatIsNeverClosed_endsWithItsLine() {
    var content = "text\none\n\"two\n" + "three\n".repeat(Lines.MAX_BYTES / 6);
    var e =
        assertThrows(
            CommandException.class, () -> read("a.csv", content.getBytes(UTF_8), Optional.empty()));
    assertEquals(
        "a.csv:3: not valid CSV from here on: a quote is not closed within 8388608 characters",
        e.getMessage());
  }

  private static List<Row> read(String name, byte[] content, Optional<String> column)
      throws IOException {
    var rows = Archive.open(new ByteArrayInputStream(content), name, Optional.empty(), column);
    var all = new ArrayList<Row>();
    for (var row = rows.next(); row.isPresent(); row = rows.next()) {
      all.add(row.get());
    }
    return all;
  }

  private static String shown(List<Row> rows) {
    return String.join(
        ", ",
        rows.stream()
            .map(
                row ->
                    row.line()
                        + (row.isBroken()
                            ? "!" + row.error().replace("', '", "'; '")
                            : ":"
                                + row.text()
                                    .replace('\n', '¶')
                                    .replace('\t', '⇥')
                                    .replace('"', '~')))
            .toList());
  }

  private static byte[] bytes(String content) {
    return content.replace('¶', '\n').replace('⇥', '\t').replace('~', '"').getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }
}
