package org.moderato.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.moderato.config.ConfigException;
import org.moderato.config.Problem;
import org.moderato.config.Suggestion;
import org.moderato.config.YamlMap;
import org.moderato.config.YamlText;

/**
 * How a model is trained: a small YAML file. The same recipe and the same data give the same model.
 *
 * @param name the model's name, also of its file and its card: {@code toxicity-en}
 * @param language the ISO 639-1 code of its texts, or {@code mul} if it is asked about all
 * @param purpose what it is for, for its card
 * @param limits what it cannot do, for its card
 * @param kinds the kinds of grams that it reads
 * @param minTexts a gram must stand in this many training texts, at least 1
 * @param maxLength characters read of a training text
 * @param iterations of L-BFGS at most, each time that it is started
 * @param l2 twice the cost of each weight's square, above 0; the inverse of what others call C
 * @param minWeight grams with a smaller weight are dropped
 * @param seed chooses the texts that are held out for calibration
 * @param outputs what the model says
 * @param measure the sets that its card shows figures for
 * @param source the file's text, kept in the model
 */
public record Recipe(
    String name,
    String language,
    String purpose,
    List<String> limits,
    Set<Character> kinds,
    int minTexts,
    int maxLength,
    int iterations,
    double l2,
    double minWeight,
    int seed,
    List<Output> outputs,
    List<DataSet> measure,
    String source) {

  /**
   * One thing that a model says about a text.
   *
   * @param symbol the name that rule files use
   * @param meaning one sentence for editors
   * @param label the fine label that makes a row positive; empty for the set's main label
   * @param ingredients what it is trained on
   */
  public record Output(String symbol, String meaning, String label, List<Ingredient> ingredients) {
    /** Returns whether a row of a set is positive for this output. */
    boolean isPositive(LabelledText row) {
      return label.isEmpty() ? row.positive() : row.labels().contains(label);
    }

    public Output {
      requireNonNull(symbol);
      requireNonNull(meaning);
      requireNonNull(label);
      ingredients = List.copyOf(ingredients);
    }
  }

  /**
   * A set that a model is trained on.
   *
   * @param set which one
   * @param weight how much each of its rows counts
   * @param positives how much more or less its positive rows count, where it has too many or few
   * @param negative whether all its rows are negative, whatever their labels, since the set is
   *     about something else
   * @param calibrate whether a tenth of it is held out from training to calibrate on
   */
  public record Ingredient(
      DataSet set, double weight, double positives, boolean negative, boolean calibrate) {
    public Ingredient {
      requireNonNull(set);
    }
  }

  public Recipe {
    limits = List.copyOf(limits);
    kinds = Set.copyOf(kinds);
    outputs = List.copyOf(outputs);
    measure = List.copyOf(measure);
  }

  /**
   * Reads a recipe.
   *
   * @param data where its sets are
   * @throws ConfigException with all mistakes: among them sets that are unknown, or not for
   *     training
   * @throws IOException if the file cannot be read
   */
  public static Recipe read(Path file, DataFolder data) throws IOException {
    return parse(file.getFileName().toString(), Files.readString(file, UTF_8), data);
  }

  static Recipe parse(String file, String text, DataFolder data) {
    var problems = new ArrayList<Problem>();
    Recipe recipe = new Reader(data, problems).recipe(YamlMap.parse(file, text, problems), text);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return recipe;
  }

  private record Reader(DataFolder data, List<Problem> problems) {
    Recipe recipe(YamlMap map, String source) {
      var measured = new ArrayList<DataSet>();
      for (YamlText file : map.texts("measure")) {
        known(file).ifPresent(measured::add);
      }
      var recipe =
          new Recipe(
              required(map, "name"),
              required(map, "language"),
              required(map, "purpose").strip(),
              map.strings("limits", List.of()),
              kinds(map),
              map.integer("min-texts", 3, 1, 1000),
              map.integer("max-length", 2000, 100, 100_000),
              map.integer("iterations", 60, 1, 1000),
              decimal(map, "l2", 1),
              decimal(map, "min-weight", 0),
              map.integer("seed", 1, 0, 999_999_999),
              map.maps("outputs").stream().map(this::output).toList(),
              measured,
              source);
      if (recipe.l2() == 0) {
        map.problem("l2", "l2 must be above 0");
      }
      if (recipe.outputs().isEmpty()) {
        map.problem("outputs", "wanted at least one item under 'outputs'");
      }
      map.end();
      return recipe;
    }

    private Set<Character> kinds(YamlMap map) {
      var names = List.of("words", "pieces", "shape");
      for (YamlText kind : map.texts("grams")) {
        if (!names.contains(kind.text())) {
          var message = "grams are words, pieces and shape, found '" + kind.text() + "'";
          problems.add(new Problem(kind.place(), message));
        }
      }
      Set<Character> kinds =
          map.strings("grams", names).stream()
              .filter(names::contains)
              .map(k -> List.of(Grams.WORD, Grams.PIECE, Grams.SHAPE).get(names.indexOf(k)))
              .collect(Collectors.toSet());
      kinds.add(Grams.BIAS);
      return kinds;
    }

    private Output output(YamlMap map) {
      var output =
          new Output(
              required(map, "symbol"),
              required(map, "meaning"),
              map.string("label", ""),
              map.maps("sets").stream().flatMap(m -> ingredient(m).stream()).toList());
      if (output.ingredients().stream().noneMatch(Ingredient::calibrate)) {
        map.problem("sets", "wanted at least one set with 'calibrate: true'");
      }
      map.end();
      return output;
    }

    private Optional<Ingredient> ingredient(YamlMap map) {
      Optional<DataSet> set = map.text("file").flatMap(this::known);
      if (!map.has("file")) {
        map.problem("file", "'file' is missing");
      }
      set.filter(s -> !s.split().equals("train"))
          .ifPresent(
              s ->
                  map.problem(
                      "file",
                      s.file() + " is for '" + s.split() + "', not for training; " + s.terms()));
      double weight = decimal(map, "weight", 1);
      double positives = decimal(map, "positives", 1);
      boolean negative = map.flag("negative", false);
      boolean calibrate = map.flag("calibrate", false);
      map.end();
      return set.map(s -> new Ingredient(s, weight, positives, negative, calibrate));
    }

    private Optional<DataSet> known(YamlText file) {
      Optional<DataSet> set = data.set(file.text());
      if (set.isEmpty()) {
        var message =
            "unknown set '" + file.text() + "'" + Suggestion.didYouMean(file.text(), data.files());
        problems.add(new Problem(file.place(), message));
      }
      return set;
    }

    private String required(YamlMap map, String key) {
      if (!map.has(key)) {
        map.problem(key, "'" + key + "' is missing");
      }
      return map.string(key, "");
    }

    private double decimal(YamlMap map, String key, double orElse) {
      Optional<YamlText> text = map.text(key);
      if (text.isEmpty()) {
        return orElse;
      }
      if (!text.get().text().matches("\\d{1,6}(\\.\\d{1,9})?")) {
        map.problem(
            key, key + " must be a number from 0 such as 0.5, was '" + text.get().text() + "'");
        return orElse;
      }
      return Double.parseDouble(text.get().text());
    }
  }
}
