package org.moderato.rule;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.check.Checks;
import org.moderato.check.LengthCheck;
import org.moderato.check.LinkCheck;
import org.moderato.check.RepetitionCheck;
import org.moderato.check.ShoutingCheck;
import org.moderato.config.ConfigException;
import org.moderato.config.Problem;
import org.moderato.model.Models;
import org.moderato.text.Normaliser;

/** Holds the shipped rule files to what is asked of rule files; adding a file adds a test. */
final class ShippedRulesTest {
  private static final Path RULES = Path.of("rules");
  private static final Snapshot SNAPSHOT = Snapshot.of(RULES);
  private static final List<Problem> PROBLEMS = new ArrayList<>();
  private static final RuleReader READER =
      new RuleReader(SNAPSHOT, RuleFolder.CONDITIONS, RuleFolder.CHECKS.normaliser(), PROBLEMS);
  private static final Models MODELS = Models.load();
  private static final RuleBook BOOK = READER.read();

  static Stream<String> ruleFiles() {
    return SNAPSHOT.files().keySet().stream().filter(Snapshot::isRuleFile);
  }

  static Stream<String> wordLists() {
    return SNAPSHOT.files().keySet().stream().filter(Snapshot::isWordList);
  }

  @Test
  void folder_isFound() {
    assertTrue(ruleFiles().count() >= 6);
    assertEquals(List.of(), PROBLEMS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"en", "en de", "en ar da de el es fr it ko nl no pl pt ro ru sv tr uk vi zh"})
  void tests_onTheShippedModels_pass(String languages) {
    var checks = new ArrayList<>(MODELS.checks(List.of(languages.split(" ", -1))));
    checks.addAll(
        List.of(new LinkCheck(), new ShoutingCheck(), new LengthCheck(), new RepetitionCheck()));
    var files = new RuleFiles(RULES, new Checks(new Normaliser(), checks));
    assertEquals(BOOK.size(), files.read().size());
  }

  @ParameterizedTest
  @MethodSource({"ruleFiles", "wordLists"})
  void file_saysFirstWhatItIsFor(String file) {
    assertTrue(SNAPSHOT.files().getOrDefault(file, "").startsWith("# "), file);
  }

  @ParameterizedTest
  @MethodSource("ruleFiles")
  void rule_hasATestAndAReasonForReaders(String file) {
    var tested = READER.tests().stream().map(RuleTest::by).toList();
    for (Rule rule : BOOK.rules()) {
      if (rule.file().equals(file)) {
        assertTrue(tested.contains(rule.name()), () -> "no test for '" + rule.name() + "'");
        assertTrue(rule.because().endsWith("."), () -> "no sentence for '" + rule.name() + "'");
        assertFalse(rule.shadow(), rule.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wordLists")
  void list_isUsedAndSortedForPeople(String list) throws IOException {
    boolean used = false;
    for (String file : ruleFiles().toList()) {
      used |= Files.readString(RULES.resolve(file)).contains("words: " + list);
    }
    assertTrue(used, list);
    var entries =
        SNAPSHOT
            .files()
            .getOrDefault(list, "")
            .lines()
            .filter(l -> !l.isBlank() && !l.startsWith("#"))
            .toList();
    assertEquals(entries.size(), entries.stream().collect(toCollection(TreeSet::new)).size(), list);
  }

  /** Names, places and everyday words that lists of other products stumble over. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Scunthorpe, Penistone, Lightwater, Clitheroe and Cockermouth",
        "Dick Cheney, Dick Turpin, Moby-Dick and Philip K. Dick",
        "classic assassin assess bass cockpit cocktail shuttlecock peacock",
        "shiitake Shitake-free, Matsushita, mishit the ball",
        "specialist socialist pharmacialist casino? no: Monte Cassino",
        "She killed the engine. I will kill the lights. He is going to die of old age.",
        "a spicy dish, spick and span, auspicious, despicable",
        "the retardant slowed the fire; the tempo is ritardando",
        "Niger, Nigeria, niggardly, snigger",
        "Pakistan won; Pakistani fans cheered",
        "I found out where you live-streamed it and watched until the end"
      })
  void lists_innocentWords_areLetBe(String comment) {
    assertEquals(List.of(), RuleFolder.weigh(BOOK, comment).reasons());
  }

  /** Whatever is cut off a file or typed into it, reading gives a book or problems. */
  @ParameterizedTest
  @MethodSource({"ruleFiles", "wordLists"})
  void file_mutilated_givesABookOrProblems(String file) {
    var files = new RuleFiles(RULES, RuleFolder.CHECKS);
    String text = SNAPSHOT.files().getOrDefault(file, "");
    for (int at = 0; at < text.length(); at += 50) {
      String before = text.substring(0, at);
      String after = text.substring(at);
      for (String junk : List.of("", "\t*&:'\"{[%@\u0000", "((((!")) {
        String mutant = junk.isEmpty() ? before : before + junk + after;
        try {
          assertTrue(files.compile(with(file, mutant)).size() > 0);
        } catch (ConfigException e) {
          assertFalse(e.problems().isEmpty());
        }
      }
    }
  }

  /** Returns the word lists and one more file. */
  private static Snapshot with(String file, String text) {
    var files = new TreeMap<>(SNAPSHOT.files());
    files.keySet().removeIf(Snapshot::isRuleFile);
    files.put("lists.yaml", "rules: [{name: l, words: lists/profanity.txt, then: hold}]");
    files.put(file, text);
    return new Snapshot("rules", files, List.of(), "");
  }
}
