package org.moderato.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping in a YAML file that somebody edits, read key by key with every mistake noted in its
 * place.
 *
 * <p>A reader asks for each key that it knows and calls {@link #end} at last, which reports the
 * keys that nobody asked for. A value of the wrong kind is reported and answered with the default,
 * so that reading goes on and all mistakes come out together; whoever reads must not use the result
 * once problems were noted. Not thread-safe.
 */
public final class YamlMap {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

  private final String file;
  private final Place place;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final List<String> known = new ArrayList<>();
  private final List<Problem> problems;

  private YamlMap(String file, Place place, List<Problem> problems) {
    this.file = file;
    this.place = place;
    this.problems = problems;
  }

  /**
   * Reads a whole file.
   *
   * @param file the name to report mistakes under
   * @param text the file's content; an empty file is an empty mapping
   * @param problems where mistakes are noted; more are added as the mapping is read
   */
  public static YamlMap parse(String file, String text, List<Problem> problems) {
    var settings = LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(20).build();
    var empty = new YamlMap(file, new Place(file, 1, 1), problems);
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.isEmpty() ? empty : of(file, root.get(), problems).orElse(empty);
    } catch (MarkedYamlEngineException e) {
      var at = e.getProblemMark().map(m -> place(file, m)).orElse(new Place(file, 0, 0));
      problems.add(new Problem(at, "not valid YAML: " + e.getProblem().strip()));
    } catch (YamlEngineException e) {
      problems.add(new Problem(new Place(file, 0, 0), "not valid YAML: " + e.getMessage()));
    }
    return empty;
  }

  private static Optional<YamlMap> of(String file, Node node, List<Problem> problems) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(
          new Problem(place(file, node), "wanted 'key: value' lines, found " + kind(node)));
      return Optional.empty();
    }
    var map = new YamlMap(file, place(file, node), problems);
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        map.problem(tuple.getKeyNode(), "wanted a word as key");
      } else if (map.entries.putIfAbsent(key.getValue(), tuple) != null) {
        map.problem(key, "'" + key.getValue() + "' stands here twice");
      }
    }
    return Optional.of(map);
  }

  /** Returns where the mapping starts. */
  public Place place() {
    return place;
  }

  /** Returns where a key's value stands, or the mapping's own place where the key is missing. */
  public Place placeOf(String key) {
    var tuple = entries.get(key);
    return tuple == null ? place : place(file, tuple.getValueNode());
  }

  /** Returns whether the key is there. */
  public boolean has(String key) {
    known.add(key);
    return entries.containsKey(key);
  }

  /** Returns whether a list stands behind the key, rather than a single value. */
  public boolean isList(String key) {
    return value(key).filter(SequenceNode.class::isInstance).isPresent();
  }

  /** Returns the keys that are there, in the file's order, whatever they are. */
  public List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  /** Returns a scalar with its place, or nothing where the key is missing. */
  public Optional<YamlText> text(String key) {
    return value(key).flatMap(node -> scalar(key, node));
  }

  /** Returns a scalar's text, or the default where the key is missing. */
  public String string(String key, String orElse) {
    return text(key).map(YamlText::text).orElse(orElse);
  }

  /** Returns {@code true} or {@code false}. */
  public boolean flag(String key, boolean orElse) {
    return converted(
        key,
        orElse,
        "true or false",
        t ->
            t.equals("true")
                ? Optional.of(true)
                : t.equals("false") ? Optional.of(false) : Optional.empty());
  }

  /** Returns a whole number of at least {@code min} and at most {@code max}. */
  public int integer(String key, int orElse, int min, int max) {
    return converted(
        key,
        orElse,
        "a whole number from " + min + " to " + max,
        t ->
            t.matches("-?\\d{1,9}")
                ? Optional.of(Integer.valueOf(t)).filter(n -> n >= min && n <= max)
                : Optional.empty());
  }

  /**
   * Returns a length of time such as {@code 500ms}, {@code 2s}, {@code 30m}, {@code 12h} or {@code
   * 30d}, of at least {@code min}.
   *
   * @param min in the same notation
   */
  public Duration duration(String key, Duration orElse, String min) {
    var least = toDuration(min).orElseThrow();
    return converted(
        key,
        orElse,
        "a length of time of at least " + min + ", such as 500ms, 2s, 30m, 12h or 30d",
        text -> toDuration(text).filter(time -> time.compareTo(least) >= 0));
  }

  /** Returns one of several words. */
  public String choice(String key, String orElse, List<String> choices) {
    return converted(
        key,
        orElse,
        "one of " + String.join(", ", choices),
        t -> Optional.of(t).filter(choices::contains));
  }

  /** Returns a list of scalars; a single scalar counts as a list of one. */
  public List<YamlText> texts(String key) {
    return items(key).stream().flatMap(node -> scalar(key, node).stream()).toList();
  }

  /** Returns a list of words, or the default where the key is missing. */
  public List<String> strings(String key, List<String> orElse) {
    return has(key) ? texts(key).stream().map(YamlText::text).toList() : orElse;
  }

  /** Returns a mapping, or nothing where the key is missing. */
  public Optional<YamlMap> map(String key) {
    return value(key).flatMap(node -> of(file, node, problems));
  }

  /** Returns a list of mappings, empty where the key is missing. */
  public List<YamlMap> maps(String key) {
    var node = value(key);
    if (node.isPresent() && !(node.get() instanceof SequenceNode)) {
      problem(
          node.get(),
          "'" + key + "' must be a list of items that start with '-', found " + kind(node.get()));
      return List.of();
    }
    return items(key).stream().flatMap(item -> of(file, item, problems).stream()).toList();
  }

  /** Notes a mistake about a key. */
  public void problem(String key, String message) {
    problems.add(new Problem(placeOf(key), message));
  }

  /** Reports every key that nobody asked for. */
  public void end() {
    for (var entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        problem(
            entry.getValue().getKeyNode(),
            "unknown key '" + entry.getKey() + "'" + Suggestion.didYouMean(entry.getKey(), known));
      }
    }
  }

  private Optional<Node> value(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
  }

  private List<Node> items(String key) {
    return value(key)
        .map(node -> node instanceof SequenceNode list ? list.getValue() : List.of(node))
        .orElse(List.of());
  }

  private Optional<YamlText> scalar(String key, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      problem(node, "'" + key + "' must be a single value, found " + kind(node));
      return Optional.empty();
    }
    var style = scalar.getScalarStyle();
    boolean quoted = style == ScalarStyle.DOUBLE_QUOTED || style == ScalarStyle.SINGLE_QUOTED;
    var at = place(file, node);
    var inside = quoted ? new Place(file, at.line(), at.column() + 1) : at;
    boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    return Optional.of(new YamlText(scalar.getValue(), inside, block));
  }

  private <T> T converted(
      String key, T orElse, String wanted, Function<String, Optional<T>> parse) {
    var text = text(key);
    if (text.isEmpty()) {
      return orElse;
    }
    var parsed = parse.apply(text.get().text().strip());
    if (parsed.isEmpty()) {
      problem(key, key + " must be " + wanted + ", was '" + text.get().text() + "'");
    }
    return parsed.orElse(orElse);
  }

  private static Optional<Duration> toDuration(String text) {
    Matcher m = DURATION.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    long n = Long.parseLong(m.group(1));
    return Optional.of(
        switch (m.group(2)) {
          case "ms" -> Duration.ofMillis(n);
          case "s" -> Duration.ofSeconds(n);
          case "m" -> Duration.ofMinutes(n);
          case "h" -> Duration.ofHours(n);
          default -> Duration.ofDays(n);
        });
  }

  private void problem(Node node, String message) {
    problems.add(new Problem(place(file, node), message));
  }

  private static Place place(String file, Node node) {
    return node.getStartMark().map(m -> place(file, m)).orElse(new Place(file, 0, 0));
  }

  private static Place place(String file, Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String kind(Node node) {
    return switch (node.getNodeType()) {
      case SCALAR -> "a single value";
      case SEQUENCE -> "a list";
      case MAPPING -> "'key: value' lines";
      default -> "something else";
    };
  }
}
