package org.moderato.model;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.ml.maxent.io.BinaryQNModelReader;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import org.moderato.text.Text;

/**
 * What one model file says about texts of one language: one or more scores.
 *
 * <p>The file is a line that tells the format, the SHA-256 of all that follows, and a ZIP with
 * {@code manifest.properties}, the recipe as {@code recipe.yaml} and each output's OpenNLP model in
 * OpenNLP's own binary form. The digest stands in every verdict that the model had a part in.
 * Immutable, so shared by threads.
 */
public final class TextModel {
  private static final byte[] FORMAT = "moderato model 1\n".getBytes(US_ASCII);
  private static final int DIGEST_BYTES = 32;
  private static final String MANIFEST = "manifest.properties";
  private static final String RECIPE = "recipe.yaml";
  private static final String SUFFIX = ".qn";

  /**
   * One score that the model gives.
   *
   * @param symbol the name that rule files use
   * @param meaning one sentence for editors
   * @param calibration turns log-odds into the score
   */
  record Output(String symbol, String meaning, Calibration calibration) {
    Output {
      requireNonNull(symbol);
      requireNonNull(meaning);
      requireNonNull(calibration);
    }
  }

  private final String name;
  private final String language;
  private final String digest;
  private final String recipe;
  private final List<Output> outputs;
  private final Scorer scorer;

  private TextModel(
      String name,
      String language,
      String digest,
      String recipe,
      List<Output> outputs,
      List<QNModel> models) {
    this.name = name;
    this.language = language;
    this.digest = digest;
    this.recipe = recipe;
    this.outputs = List.copyOf(outputs);
    this.scorer = new Scorer(models);
  }

  /** Returns the model's name, such as {@code toxicity-en}. */
  public String name() {
    return name;
  }

  /** Returns the ISO 639-1 code of the language that it was trained for, or {@code mul} for all. */
  public String language() {
    return language;
  }

  /** Returns the SHA-256 of the file's content, in hexadecimal digits. */
  public String digest() {
    return digest;
  }

  /** Returns the recipe that it was trained by, as YAML. */
  public String recipe() {
    return recipe;
  }

  List<Output> outputs() {
    return outputs;
  }

  /** Returns the score of each output, in [0, 1]. */
  double[] scores(Grams grams) {
    double[] scores = scorer.logOdds(grams);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = outputs.get(i).calibration().score(scores[i]);
    }
    return scores;
  }

  /**
   * Returns the score of each output for a whole text: the highest of its stretches.
   *
   * @see Stretches
   */
  double[] scores(Text text) {
    double[] highest = new double[outputs.size()];
    for (Grams grams : Stretches.of(text)) {
      double[] scores = scores(grams);
      for (int i = 0; i < scores.length; i++) {
        highest[i] = Math.max(highest[i], scores[i]);
      }
    }
    return highest;
  }

  /** Returns what each run of characters between spaces added to an output's log-odds. */
  double[] byRun(Grams grams, int output) {
    return scorer.byRun(grams, output);
  }

  /** Returns the content of a model's file. */
  static byte[] write(
      String name, String language, String recipe, List<Output> outputs, List<QNModel> models)
      throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(zipped)) {
      zip.setLevel(9);
      put(zip, MANIFEST, manifest(name, language, outputs).getBytes(UTF_8));
      put(zip, RECIPE, recipe.getBytes(UTF_8));
      for (int i = 0; i < models.size(); i++) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
          new BinaryQNModelWriter(models.get(i), out).persist();
        }
        put(zip, outputs.get(i).symbol() + SUFFIX, bytes.toByteArray());
      }
    }
    var file = new ByteArrayOutputStream();
    file.write(FORMAT);
    file.write(sha256(zipped.toByteArray()));
    file.write(zipped.toByteArray());
    return file.toByteArray();
  }

  /**
   * Reads a model's file.
   *
   * @param source the file's name, for messages
   * @param file the file's content
   * @throws ModelException if the file is cut off, altered or of another format
   */
  public static TextModel read(String source, byte[] file) {
    int start = FORMAT.length + DIGEST_BYTES;
    if (file.length < start || !Arrays.equals(FORMAT, Arrays.copyOf(file, FORMAT.length))) {
      throw new ModelException(source + " is no model of this version of Moderato");
    }
    byte[] content = Arrays.copyOfRange(file, start, file.length);
    byte[] digest = sha256(content);
    if (!Arrays.equals(digest, Arrays.copyOfRange(file, FORMAT.length, start))) {
      throw new ModelException(source + " is cut off or altered: its digest does not match");
    }
    try {
      return assemble(HexFormat.of().formatHex(digest), unzip(content));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new ModelException(source + " is no model that can be used: " + e.getMessage(), e);
    }
  }

  private static TextModel assemble(String digest, Map<String, byte[]> entries) throws IOException {
    var manifest = new LinkedHashMap<String, String>();
    for (String line : text(entries, MANIFEST).split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        manifest.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    var outputs = new ArrayList<Output>();
    var models = new ArrayList<QNModel>();
    for (String symbol : value(manifest, "outputs").split(",", -1)) {
      var calibration =
          new Calibration(
              Double.parseDouble(value(manifest, symbol + ".slope")),
              Double.parseDouble(value(manifest, symbol + ".offset")));
      outputs.add(new Output(symbol, value(manifest, symbol + ".meaning"), calibration));
      try (var in =
          new DataInputStream(new ByteArrayInputStream(entry(entries, symbol + SUFFIX)))) {
        models.add((QNModel) new BinaryQNModelReader(in).getModel());
      }
    }
    return new TextModel(
        value(manifest, "name"),
        value(manifest, "language"),
        digest,
        text(entries, RECIPE),
        outputs,
        models);
  }

  private static String manifest(String name, String language, List<Output> outputs) {
    var lines = new StringBuilder();
    lines.append("name=").append(name).append('\n');
    lines.append("language=").append(language).append('\n');
    lines.append("outputs=");
    lines.append(String.join(",", outputs.stream().map(Output::symbol).toList())).append('\n');
    for (Output output : outputs) {
      String key = output.symbol();
      lines.append(key).append(".meaning=").append(output.meaning()).append('\n');
      lines.append(key).append(".slope=").append(output.calibration().slope()).append('\n');
      lines.append(key).append(".offset=").append(output.calibration().offset()).append('\n');
    }
    return lines.toString();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    // A fixed time, so that the same training gives the same bytes.
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static Map<String, byte[]> unzip(byte[] content) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        entries.put(e.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] entry(Map<String, byte[]> entries, String name) {
    byte[] content = entries.get(name);
    if (content == null) {
      throw new IllegalArgumentException(name + " is missing in it");
    }
    return content;
  }

  private static String text(Map<String, byte[]> entries, String name) {
    return new String(entry(entries, name), UTF_8);
  }

  private static String value(Map<String, String> manifest, String key) {
    String value = manifest.get(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing in its " + MANIFEST);
    }
    return value;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
