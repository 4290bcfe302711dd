package org.moderato.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A folder of labelled sets with an {@code index.tsv} that says what each may be used for.
 *
 * <p>The index has a header line and the columns task, file, lang, split, rows, positives and
 * terms. A set is a gzipped TSV with a header line and the columns text, main label (0 or 1) and,
 * if it has any, fine labels parted by commas; in a text {@code \t}, {@code \n} and {@code \\} are
 * escaped. Immutable.
 */
public final class DataFolder {
  private final Path folder;
  private final Map<String, DataSet> sets;

  private DataFolder(Path folder, Map<String, DataSet> sets) {
    this.folder = folder;
    this.sets = sets;
  }

  /**
   * Reads a folder's index.
   *
   * @throws IOException if there is none, or a line of it has too few columns
   */
  public static DataFolder open(Path folder) throws IOException {
    var sets = new LinkedHashMap<String, DataSet>();
    Path index = folder.resolve("index.tsv");
    List<String> lines = Files.readAllLines(index, UTF_8);
    for (int i = 1; i < lines.size(); i++) {
      String[] columns = lines.get(i).split("\t", -1);
      if (columns.length < 7) {
        throw new IOException(
            index + ":" + (i + 1) + ": wanted 7 columns, found " + columns.length);
      }
      var set = new DataSet(columns[1], columns[2], columns[3], columns[6]);
      sets.put(set.file(), set);
    }
    return new DataFolder(folder, sets);
  }

  /** Returns the names of all sets: their paths within the folder. */
  public Set<String> files() {
    return sets.keySet();
  }

  /** Returns what the index says about a set, or nothing for a set that is not in it. */
  public Optional<DataSet> set(String file) {
    return Optional.ofNullable(sets.get(file));
  }

  /**
   * Reads a set.
   *
   * @throws IOException if it cannot be read, or a row of it has no label
   */
  public List<LabelledText> read(DataSet set) throws IOException {
    var rows = new ArrayList<LabelledText>();
    Path file = folder.resolve(set.file());
    try (var in = new GZIPInputStream(Files.newInputStream(file));
        var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      lines.readLine();
      String line;
      while ((line = lines.readLine()) != null) {
        String[] columns = line.split("\t", -1);
        if (columns.length < 2) {
          throw new IOException(
              file + ":" + (rows.size() + 2) + ": wanted a text and a label, found one column");
        }
        Set<String> labels =
            columns.length < 3 || columns[2].isEmpty()
                ? Set.of()
                : Set.copyOf(List.of(columns[2].split(",")));
        rows.add(new LabelledText(unescape(columns[0]), columns[1].equals("1"), labels));
      }
    }
    return rows;
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      boolean escape = c == '\\' && (next == 't' || next == 'n' || next == '\\');
      plain.append(escape ? (next == 't' ? '\t' : next == 'n' ? '\n' : '\\') : c);
      if (escape) {
        i++;
      }
    }
    return plain.toString();
  }
}
