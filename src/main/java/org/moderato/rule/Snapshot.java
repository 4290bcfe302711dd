package org.moderato.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderato.config.Place;
import org.moderato.config.Problem;

/**
 * What stood in a rules' folder at one moment: rule files ({@code *.yaml}, {@code *.yml}) at its
 * top and word lists ({@code *.txt}) anywhere in it. Names that start with a full stop are left
 * out, since editors keep their own files under such names.
 *
 * @param label the folder's name as editors know it
 * @param files content by name relative to the folder, with {@code /} between its parts
 * @param problems what could not be read
 * @param digest of all names and contents, and of the problems
 */
record Snapshot(
    String label, SortedMap<String, String> files, List<Problem> problems, String digest) {
  private static final int MAX_DEPTH = 5;
  private static final long MAX_BYTES = 32L << 20;
  private static final int DIGEST_DIGITS = 16;

  /** Reads a folder now. */
  static Snapshot of(Path folder) {
    var label = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    var files = new TreeMap<String, String>();
    var problems = new ArrayList<Problem>();
    if (!Files.isDirectory(folder)) {
      problems.add(new Problem(new Place(label, 0, 0), "no such folder: " + folder));
      return new Snapshot(label, files, problems, digest(files, problems));
    }
    var collector = new Collector(folder, label, files, problems);
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, collector);
    } catch (IOException e) {
      collector.unreadable(folder, e);
    }
    return new Snapshot(label, files, problems, digest(files, problems));
  }

  /** Returns the name of a file as problems give it. */
  String named(String file) {
    return label + "/" + file;
  }

  static boolean isRuleFile(String name) {
    return !name.contains("/") && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  static boolean isWordList(String name) {
    return name.endsWith(".txt");
  }

  private static String digest(Map<String, String> files, List<Problem> problems) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, text) -> {
            // The lengths part what would run together.
            sha.update((name.length() + " " + name + " " + text.length() + " ").getBytes(UTF_8));
            sha.update(text.getBytes(UTF_8));
          });
      problems.forEach(p -> sha.update(p.toString().getBytes(UTF_8)));
      return HexFormat.of().formatHex(sha.digest()).substring(0, DIGEST_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final String label;
    private final Map<String, String> files;
    private final List<Problem> problems;
    private long bytes;

    Collector(Path folder, String label, Map<String, String> files, List<Problem> problems) {
      this.folder = folder;
      this.label = label;
      this.files = files;
      this.problems = problems;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return !directory.equals(folder) && isHidden(directory)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (attributes.isRegularFile() && !isHidden(file) && (isRuleFile(name) || isWordList(name))) {
        read(name, file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (!isHidden(file)) {
        unreadable(file, e);
      }
      return FileVisitResult.CONTINUE;
    }

    private void read(String name, Path file) {
      try {
        bytes += Files.size(file);
        if (bytes > MAX_BYTES) {
          problem(name, 0, "rule files and word lists together are over " + MAX_BYTES + " bytes");
          return;
        }
        files.put(name, decoded(name, Files.readAllBytes(file)));
      } catch (IOException e) {
        unreadable(file, e);
      }
    }

    private String decoded(String name, byte[] content) {
      var in = ByteBuffer.wrap(content);
      try {
        String text = UTF_8.newDecoder().decode(in).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        // The decoder stops in front of the bytes that it cannot read.
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
          line += content[i] == '\n' ? 1 : 0;
        }
        problem(name, line, "not UTF-8 text; save the file as UTF-8");
        return "";
      }
    }

    private void unreadable(Path file, IOException e) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      problem(name, 0, "cannot be read: " + e.getClass().getSimpleName());
    }

    private void problem(String name, int line, String message) {
      problems.add(new Problem(new Place(label + "/" + name, line, 0), message));
    }

    private static boolean isHidden(Path file) {
      return String.valueOf(file.getFileName()).startsWith(".");
    }
  }
}
