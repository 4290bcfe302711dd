package org.moderato.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.moderato.comment.Author;
import org.moderato.comment.Page;
import org.moderato.config.Place;
import org.moderato.config.Problem;
import org.moderato.config.Suggestion;
import org.moderato.config.YamlMap;
import org.moderato.config.YamlText;
import org.moderato.facts.AuthorRecord;
import org.moderato.facts.Facts;
import org.moderato.text.Normaliser;

/**
 * Reads the rule files of a snapshot into a book and the tests that stand in them. Made for one
 * snapshot; not thread-safe.
 */
final class RuleReader {
  private static final List<String> OUTCOMES =
      Stream.of(Outcome.values()).map(Outcome::word).toList();
  private static final int MANY = 999_999_999;

  private final Snapshot snapshot;
  private final List<Problem> problems;
  private final ConditionCompiler conditions;
  private final Lexicon.Builder lexicon;
  private final Map<String, Integer> lists = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Place> names = new HashMap<>();
  private final List<RuleTest> tests = new ArrayList<>();

  /**
   * Makes a reader.
   *
   * @param problems where mistakes are noted
   */
  RuleReader(
      Snapshot snapshot,
      ConditionCompiler conditions,
      Normaliser normaliser,
      List<Problem> problems) {
    this.snapshot = snapshot;
    this.problems = problems;
    this.conditions = conditions;
    this.lexicon = new Lexicon.Builder(normaliser);
  }

  /** Reads all files. The book must not be used if problems were noted. */
  RuleBook read() {
    var files = snapshot.files().keySet().stream().filter(Snapshot::isRuleFile).toList();
    for (String file : files) {
      readFile(file, snapshot.files().getOrDefault(file, ""));
    }
    if (rules.isEmpty() && problems.isEmpty()) {
      problems.add(
          new Problem(new Place(snapshot.label(), 0, 0), "there is no rule in any *.yaml here"));
    }
    for (RuleTest test : tests) {
      if (!test.by().isEmpty() && !names.containsKey(test.by())) {
        problems.add(
            new Problem(
                test.place(),
                "unknown rule '"
                    + test.by()
                    + "'"
                    + Suggestion.didYouMean(test.by(), names.keySet())));
      }
    }
    return new RuleBook(snapshot.digest(), conditions.symbols(), rules, lexicon.build());
  }

  /** Returns the tests of all files. */
  List<RuleTest> tests() {
    return tests;
  }

  private void readFile(String file, String text) {
    int before = problems.size();
    var yaml = YamlMap.parse(snapshot.named(file), text, problems);
    if (yaml.keys().isEmpty() && problems.size() == before) {
      // An editor that is not done with saving may have left the file empty.
      yaml.problem("rules", "an empty rule file; write 'rules: []' if it is meant to be");
    }
    yaml.maps("rules").forEach(rule -> readRule(file, text, rule));
    yaml.maps("tests").forEach(this::readTest);
    yaml.end();
  }

  private void readRule(String file, String text, YamlMap yaml) {
    String name = readName(yaml);
    var when = readCondition("when", text, yaml);
    var unless = readCondition("unless", text, yaml);
    var words = readWords(yaml);
    if (!yaml.has("when") && !yaml.has("words")) {
      yaml.problem("name", "a rule needs 'when' or 'words', or both");
    }
    var then = readOutcome("then", yaml);
    String because = yaml.string("because", "").strip();
    boolean shadow = yaml.flag("shadow", false);
    yaml.end();
    rules.add(
        new Rule(name, file, yaml.place().line(), when, unless, words, then, because, shadow));
  }

  private String readName(YamlMap yaml) {
    String name = yaml.string("name", "").strip();
    if (name.isEmpty()) {
      yaml.problem("name", "a rule needs a name");
    } else {
      var other = names.putIfAbsent(name, yaml.placeOf("name"));
      if (other != null) {
        yaml.problem("name", "there is a rule '" + name + "' already, at " + other);
      }
    }
    return name;
  }

  private Optional<Condition> readCondition(String key, String text, YamlMap yaml) {
    return yaml.text(key).flatMap(t -> conditions.compile(new Snippet(t, text), problems));
  }

  private Outcome readOutcome(String key, YamlMap yaml) {
    if (!yaml.has(key)) {
      yaml.problem(key, "'" + key + "' is missing; wanted one of " + String.join(", ", OUTCOMES));
    }
    String word = yaml.choice(key, Outcome.HOLD.word(), OUTCOMES);
    return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private OptionalInt readWords(YamlMap yaml) {
    if (!yaml.has("words")) {
      return OptionalInt.empty();
    }
    if (yaml.isList("words")) {
      int list = lexicon.list();
      yaml.texts("words").forEach(entry -> addEntry(list, entry.text(), entry.place()));
      return OptionalInt.of(list);
    }
    return yaml.text("words").map(this::readList).orElse(OptionalInt.empty());
  }

  private OptionalInt readList(YamlText path) {
    String name = path.text().strip();
    String text = snapshot.files().get(name);
    if (text == null || !Snapshot.isWordList(name)) {
      problems.add(new Problem(path.place(), noSuchList(name)));
      return OptionalInt.empty();
    }
    return OptionalInt.of(lists.computeIfAbsent(name, n -> readEntries(n, text)));
  }

  private String noSuchList(String name) {
    if (!Snapshot.isWordList(name)) {
      return "the name of a word list ends in .txt, found '"
          + name
          + "'; a list that stands here has each entry on a line of its own after '-'";
    }
    if (name.startsWith("/") || name.contains("..") || name.contains(":")) {
      return "a word list must lie inside " + snapshot.label() + "/, found '" + name + "'";
    }
    var known = snapshot.files().keySet().stream().filter(Snapshot::isWordList).toList();
    return "no word list '"
        + name
        + "' in "
        + snapshot.label()
        + "/"
        + Suggestion.didYouMean(name, known);
  }

  private int readEntries(String name, String text) {
    int list = lexicon.list();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String entry = lines[i].replaceFirst("(^|\\s)#.*", "").strip();
      if (!entry.isEmpty()) {
        addEntry(list, entry, new Place(snapshot.named(name), i + 1, 1));
      }
    }
    return list;
  }

  private void addEntry(int list, String entry, Place place) {
    String mistake = lexicon.add(list, entry);
    if (!mistake.isEmpty()) {
      problems.add(new Problem(place, mistake));
    }
  }

  private void readTest(YamlMap yaml) {
    if (!yaml.has("comment")) {
      yaml.problem("comment", "a test needs a 'comment'");
    }
    String comment = yaml.string("comment", "");
    String site = yaml.string("site", "");
    var page = yaml.map("page").map(RuleReader::readPage).orElse(new Page("", "", ""));
    var writer = yaml.map("author");
    var author = writer.map(RuleReader::readAuthor).orElse(new Author("", "", "", ""));
    var record = writer.map(RuleReader::readRecord).orElse(AuthorRecord.NEWCOMER);
    writer.ifPresent(YamlMap::end);
    var expect = readOutcome("expect", yaml);
    String by = yaml.string("by", "").strip();
    yaml.end();
    tests.add(
        new RuleTest(yaml.place(), comment, new Facts(site, page, author, record), expect, by));
  }

  private static Page readPage(YamlMap yaml) {
    var page = new Page(yaml.string("id", ""), yaml.string("url", ""), yaml.string("section", ""));
    yaml.end();
    return page;
  }

  private static Author readAuthor(YamlMap yaml) {
    return new Author(
        yaml.string("name", ""), yaml.string("email", ""), yaml.string("url", ""), "");
  }

  private static AuthorRecord readRecord(YamlMap yaml) {
    return new AuthorRecord(
        yaml.integer("approved", 0, 0, MANY),
        yaml.integer("rejected", 0, 0, MANY),
        yaml.integer("held", 0, 0, MANY));
  }
}
