package org.moderato.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files that ship with Moderato and are laid out in a home so that people can edit them there:
 * {@code moderato.yaml} and the rule files.
 *
 * <p>A note in the home's {@code data/} keeps the digest of each file as it was laid out. So an
 * upgrade can tell a file that nobody touched, which is replaced by its newer version, from one
 * that was edited, which is left alone; and a file that somebody deleted stays deleted.
 */
public final class ShippedFiles {
  private static final Logger LOG = System.getLogger(ShippedFiles.class.getName());
  private static final String NOTE = "shipped-files.txt";

  private ShippedFiles() {}

  /**
   * Makes the home's folders and lays out what is missing.
   *
   * @throws UncheckedIOException if the home cannot be written to; the message names the file
   */
  public static void layOut(Home home) {
    try {
      Files.createDirectories(home.data());
      Files.createDirectories(home.models());
      Path note = home.data().resolve(NOTE);
      var laidOut = readNote(note);
      for (var file : files(home).entrySet()) {
        layOut(home, file.getKey(), file.getValue(), laidOut);
      }
      writeNote(note, laidOut);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lay out the home " + home.folder() + ": " + e, e);
    }
  }

  /**
   * Writes the shipped rule files into a folder.
   *
   * @throws UncheckedIOException if a file cannot be written
   */
  public static void writeRules(Path folder) {
    try {
      for (String name : ruleNames()) {
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        Files.write(target, content("rules/" + name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the shipped rules to " + folder, e);
    }
  }

  private static Map<String, byte[]> files(Home home) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("moderato.yaml", content("moderato.yaml"));
    if (home.rules().startsWith(home.folder())) {
      for (String name : ruleNames()) {
        files.put("rules/" + name, content("rules/" + name));
      }
    }
    return files;
  }

  private static void layOut(Home home, String name, byte[] shipped, Map<String, String> laidOut)
      throws IOException {
    Path target = home.folder().resolve(name);
    String before = laidOut.get(name);
    String now = digest(shipped);
    if (now.equals(before)) {
      return; // laid out in an earlier start: whatever became of it since was somebody's wish
    }
    boolean there = Files.exists(target);
    if (there && !digest(Files.readAllBytes(target)).equals(before)) {
      LOG.log(
          Level.INFO,
          () -> target + " was edited here; its newer shipped version is not laid over it");
    } else if (there || before == null) {
      Files.createDirectories(target.getParent());
      Files.write(target, shipped);
    }
    laidOut.put(name, now);
  }

  private static Map<String, String> readNote(Path note) throws IOException {
    var laidOut = new TreeMap<String, String>();
    if (Files.exists(note)) {
      for (String line : Files.readAllLines(note)) {
        String[] parts = line.split(" ", 2);
        if (parts.length == 2) {
          laidOut.put(parts[1], parts[0]);
        }
      }
    }
    return laidOut;
  }

  private static void writeNote(Path note, Map<String, String> laidOut) throws IOException {
    var lines = new ArrayList<String>();
    laidOut.forEach((name, digest) -> lines.add(digest + " " + name));
    Files.write(note, lines);
  }

  private static List<String> ruleNames() throws IOException {
    return new String(content("rules.index"), StandardCharsets.UTF_8).lines().toList();
  }

  private static byte[] content(String name) throws IOException {
    try (InputStream in = ShippedFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the shipped file " + name + " is missing in this build");
      }
      return in.readAllBytes();
    }
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
