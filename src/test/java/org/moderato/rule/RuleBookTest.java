package org.moderato.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moderato.rule.RuleFolder.NEWCOMER;
import static org.moderato.rule.RuleFolder.weigh;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.comment.Author;
import org.moderato.comment.Page;
import org.moderato.facts.AuthorRecord;
import org.moderato.facts.Facts;
import org.moderato.text.Span;

final class RuleBookTest {
  private static final Facts REGULAR =
      new Facts(
          "daily",
          new Page("1", "/a", "opinion"),
          new Author("Ann", "ann@example.org", "", ""),
          new AuthorRecord(3, 0, 1));

  @TempDir Path temp;

  private RuleBook book(String rules) {
    return RuleFolder.in(temp).write("r.yaml", "rules:\n" + rules).book();
  }

  private static List<String> names(Weighing weighing) {
    return weighing.reasons().stream().map(Reason::rule).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "approve, hold, reject",
    "approve, reject, hold",
    "hold, approve, reject",
    "hold, reject, approve",
    "reject, approve, hold",
    "reject, hold, approve"
  })
  void weigh_severalMatches_strictestWinsInAnyOrder(String first, String second, String third) {
    var folder = RuleFolder.in(temp);
    int n = 0;
    for (String then : List.of(first, second, third)) {
      folder.write(
          ++n + ".yaml", "rules: [{name: " + then + ", when: links == 0, then: " + then + "}]");
    }
    var weighing = weigh(folder.book(), "Hello");
    assertEquals(Outcome.REJECT, weighing.outcome());
    assertEquals(List.of("reject", "hold", "approve"), names(weighing));
  }

  @ParameterizedTest
  @CsvSource({"APPROVE", "HOLD"})
  void weigh_noMatch_siteDefaultApplies(Outcome siteDefault) {
    var findings = RuleFolder.CHECKS.examine("Hello");
    var weighing =
        book("- {name: a, when: links > 0, then: reject}").weigh(findings, NEWCOMER, siteDefault);
    assertEquals(new Weighing(siteDefault, List.of()), weighing);
  }

  @Test
  void weigh_approveRule_overridesHoldingSite() {
    var findings = RuleFolder.CHECKS.examine("Hello");
    var book = book("- {name: known, when: author.approved >= 3, then: approve}");
    assertEquals(Outcome.APPROVE, book.weigh(findings, REGULAR, Outcome.HOLD).outcome());
    assertEquals(Outcome.HOLD, book.weigh(findings, NEWCOMER, Outcome.HOLD).outcome());
  }

  @Test
  void weigh_unless_exempts() {
    var book = book("- {name: a, when: links > 0, unless: author.approved > 2, then: hold}");
    assertEquals(Outcome.HOLD, weigh(book, "See https://example.org").outcome());
    assertEquals(Outcome.APPROVE, weigh(book, "See https://example.org", REGULAR).outcome());
  }

  @ParameterizedTest
  @CsvSource({
    "See https://example.org you crook, true",
    "See https://example.org, false",
    "You crook, false"
  })
  void weigh_whenAndWords_bothMustHold(String comment, boolean matches) {
    var book = book("- {name: a, when: links > 0, words: [crook], then: hold}");
    assertEquals(matches, !weigh(book, comment).reasons().isEmpty());
  }

  @Test
  void weigh_shadow_isRecordedWithoutEffect() {
    var book =
        book(
            """
            - {name: trial, when: links == 0, then: reject, shadow: true}
            - {name: live, when: links == 0, then: hold}
            """);
    var weighing = weigh(book, "Hello");
    assertEquals(Outcome.HOLD, weighing.outcome());
    assertEquals(List.of("live", "trial"), names(weighing));
    assertFalse(weighing.reasons().get(0).shadow());
    assertTrue(weighing.reasons().get(1).shadow());
  }

  @Test
  void weigh_onlyShadowMatches_siteDefaultApplies() {
    var book = book("- {name: trial, when: links == 0, then: reject, shadow: true}");
    assertEquals(Outcome.APPROVE, weigh(book, "Hello").outcome());
    assertEquals(List.of("trial"), names(weigh(book, "Hello")));
  }

  @Test
  void weigh_match_tellsEverythingOfItsReason() {
    var book =
        book(
            """

            - name: heated newcomer
              when: toxicity >= 0.6 && author.approved == 0
              words: [fool, idiot]
              then: hold
              because: A first comment that reads as an attack.
            """);
    var reason =
        new Reason(
            "heated newcomer",
            "r.yaml",
            3,
            Outcome.HOLD,
            "A first comment that reads as an attack.",
            false,
            List.of(
                new Measure("toxicity", 0.61, ">=", 0.6),
                new Measure("author.approved", 0, "==", 0)),
            List.of(new Span(0, 15), new Span(20, 25)));
    assertEquals(
        new Weighing(Outcome.HOLD, List.of(reason)), weigh(book, "[toxicity 0.61] You IDIOT"));
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          toxicity >= 0.5             ¦ toxicity >= 0.5               ¦ 0-14  ¦ on the threshold
          toxicity > 0.4              ¦ toxicity > 0.4                ¦ 0-14  ¦ above
          0.4 < toxicity              ¦ toxicity > 0.4                ¦ 0-14  ¦ mirrored
          1 >= toxicity               ¦ toxicity <= 1.0               ¦       ¦ little speaks for little
          !(toxicity < 0.5)           ¦ toxicity >= 0.5               ¦ 0-14  ¦ turned round
          !(toxicity >= 0.6)          ¦ toxicity < 0.6                ¦       ¦ turned round, little
          !(!(toxicity > 0.4))        ¦ toxicity > 0.4                ¦ 0-14  ¦ turned round twice
          toxicity > 0.4 || spam > 0.4 ¦ toxicity > 0.4               ¦ 0-14  ¦ the false half is left out
          toxicity + spam > 0.4       ¦                               ¦ 0-14,15-25 ¦ not with one symbol
          language == "en"            ¦                               ¦ 26-39 ¦ a name
          language != "de"            ¦                               ¦       ¦ not another name
          !("de" in [language])       ¦                               ¦       ¦ a name under a negation
          "a.org" in domains          ¦                               ¦ 40-45 ¦ one of several names
          domains.exists(d, d.endsWith(".org")) ¦                     ¦ 40-45 ¦ inside a loop
          [7].exists(links, links > 3) && site != "" ¦                ¦       ¦ a loop's own name hides a symbol
          links == 1 && author.approved < 1 ¦ links == 1.0, author.approved < 1.0 ¦ 40-45 ¦ counts
          toxicity > 0.4 ? spam < 0.5 : spam > 0.5 ¦ toxicity > 0.4, spam < 0.5 ¦ 0-14 ¦ a choice
          """)
  void weigh_match_namesWhatWasTrue(String when, String measures, String marks, String why) {
    var book = book("- name: a\n  when: |\n    " + when + "\n  then: hold\n");
    var reason = weigh(book, "[toxicity 0.5] [spam 0.1] [language en] a.org").reasons().get(0);
    assertEquals(
        measures == null ? "" : measures,
        String.join(
            ", ",
            reason.measures().stream()
                .map(m -> m.symbol() + " " + m.operator() + " " + m.threshold())
                .toList()));
    assertEquals(
        marks == null ? "" : marks,
        String.join(",", reason.marks().stream().map(m -> m.start() + "-" + m.end()).toList()));
  }

  @Test
  void weigh_findingOfTheWholeText_marksNothing() {
    var book = book("- {name: a, when: shouting > 0.9, then: hold}");
    var reason = weigh(book, "THIS IS AN OUTRAGE").reasons().get(0);
    assertEquals(List.of(new Measure("shouting", 1, ">", 0.9)), reason.measures());
    assertEquals(List.of(), reason.marks());
  }

  @Test
  void weigh_symbolThatWasNotFound_hasTheEmptyValue() {
    var book =
        book(
            """
            - name: a
              when: toxicity == 0.0 && links == 0 && language == "" && domains == []
              then: hold
            """);
    assertEquals(Outcome.HOLD, weigh(book, "Hello").outcome());
  }

  @Test
  void weigh_conditionWithoutAnswer_throwsAndTellsNothingOfTheComment() {
    var book = book("- {name: a, when: int(author.name) > 0, then: hold}");
    var author = new Author("Mallory", "", "", "");
    var facts = new Facts("daily", REGULAR.page(), author, AuthorRecord.NEWCOMER);
    var e = assertThrows(IllegalStateException.class, () -> weigh(book, "Hello", facts));
    assertEquals("r.yaml:2: rule 'a' cannot be evaluated: bad format", e.getMessage());
    for (Throwable t = e; t != null; t = t.getCause()) {
      assertFalse(String.valueOf(t.getMessage()).contains("Mallory"));
    }
  }

  @Test
  void weigh_shadowWithoutAnswer_changesNothing() {
    var book = book("- {name: a, when: 1 / links > 0, then: hold, shadow: true}");
    assertEquals(new Weighing(Outcome.APPROVE, List.of()), weigh(book, "Hello"));
  }

  @Test
  void weigh_loopsWithinLoops_areCutShort() {
    String ten = "[0,1,2,3,4,5,6,7,8,9]";
    String loops =
        ten + ".all(a, " + ten + ".all(b, " + ten + ".all(c, " + ten + ".all(d, true))))";
    var book = book("- name: a\n  when: |\n    " + loops + "\n  then: hold\n");
    var e = assertThrows(IllegalStateException.class, () -> weigh(book, "Hello"));
    assertEquals(
        "r.yaml:2: rule 'a' cannot be evaluated: iteration budget exceeded", e.getMessage());
  }

  @Test
  void weigh_pattern_isLinearOnHostileText() {
    var book = book("- {name: a, when: 'author.name.matches(\"(a+)+$\")', then: hold}");
    var author = new Author("a".repeat(50_000) + "!", "", "", "");
    var facts = new Facts("daily", REGULAR.page(), author, AuthorRecord.NEWCOMER);
    assertEquals(Outcome.APPROVE, weigh(book, "Hello", facts).outcome());
  }

  @Test
  void relevant_facts_areThoseThatSomeRuleMentions() {
    var book =
        book(
            """
            - {name: a, when: toxicity > 0.5 && author.approved == 0, then: hold}
            - {name: b, words: [x], unless: page.section == "opinion", then: hold}
            """);
    assertEquals(Map.of("author.approved", 3L, "page.section", "opinion"), book.relevant(REGULAR));
  }

  @Test
  void digest_book_changesWithNamesContentsAndLists() {
    String rule = "rules: [{name: a, words: lists/a.txt, then: hold}]";
    var folder = RuleFolder.in(temp).write("r.yaml", rule).write("lists/a.txt", "x");
    String first = folder.book().digest();
    assertEquals(first, folder.book().digest());
    assertTrue(first.matches("[0-9a-f]{16}"));
    assertNotEquals(first, folder.write("lists/a.txt", "y").book().digest());
    assertNotEquals(first, folder.write("r.yaml", rule + "\n").book().digest());
    folder.delete("r.yaml").write("s.yaml", rule).write("lists/a.txt", "x");
    assertNotEquals(first, folder.book().digest());
  }
}
