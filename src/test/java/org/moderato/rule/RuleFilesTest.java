package org.moderato.rule;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moderato.rule.RuleFolder.weigh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RuleFilesTest {
  @TempDir Path temp;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "a misspelt key",
            """
            rules:
              - nane: a
                when: links > 0
                thn: hold
            """,
            """
            rules/r.yaml:2:5: a rule needs a name
            rules/r.yaml:2:5: 'then' is missing; wanted one of approve, hold, reject
            rules/r.yaml:2:5: unknown key 'nane'; did you mean 'name'?
            rules/r.yaml:4:5: unknown key 'thn'; did you mean 'then'?"""),
        mistake(
            "an unknown outcome",
            "rules: [{name: a, when: links > 0, then: delete}]",
            "rules/r.yaml:1:42: then must be one of approve, hold, reject, was 'delete'"),
        mistake(
            "nothing to match",
            "rules: [{name: a, unless: links > 0, then: hold}]",
            "rules/r.yaml:1:16: a rule needs 'when' or 'words', or both"),
        mistake(
            "a name that is taken",
            """
            rules:
              - {name: a, when: links > 0, then: hold}
              - {name: a, when: links > 1, then: hold}
            """,
            "rules/r.yaml:3:12: there is a rule 'a' already, at rules/r.yaml:2:12"),
        mistake(
            "a shadow that is neither",
            "rules: [{name: a, when: links > 0, then: hold, shadow: maybe}]",
            "rules/r.yaml:1:56: shadow must be true or false, was 'maybe'"),
        mistake(
            "a list where a text belongs",
            "rules: [{name: a, when: [links > 0], then: hold}]",
            "rules/r.yaml:1:25: 'when' must be a single value, found a list"),
        mistake(
            "rules that are no list",
            "rules: {name: a, when: links > 0, then: hold}",
            "rules/r.yaml:1:8: 'rules' must be a list of items that start with '-',"
                + " found 'key: value' lines"),
        mistake("no rule at all", "rules: []", "rules: there is no rule in any *.yaml here"),
        mistake(
            "an empty file",
            "# nothing\n",
            "rules/r.yaml:1:1: an empty rule file; write 'rules: []' if it is meant to be"),
        mistake(
            "no YAML",
            "rules:\n  - name: \"a\n",
            "rules/r.yaml:3:1: not valid YAML: found unexpected end of stream"),
        mistake(
            "a list that is not there",
            "rules: [{name: a, words: lists/baned.txt, then: hold}]",
            "rules/r.yaml:1:26: no word list 'lists/baned.txt' in rules/;"
                + " did you mean 'lists/banned.txt'?"),
        mistake(
            "a list above the folder",
            "rules: [{name: a, words: ../secret.txt, then: hold}]",
            "rules/r.yaml:1:26: a word list must lie inside rules/, found '../secret.txt'"),
        mistake(
            "a list at an absolute place",
            "rules: [{name: a, words: /etc/secret.txt, then: hold}]",
            "rules/r.yaml:1:26: a word list must lie inside rules/, found '/etc/secret.txt'"),
        mistake(
            "a word where a list belongs",
            "rules: [{name: a, words: crook, then: hold}]",
            "rules/r.yaml:1:26: the name of a word list ends in .txt, found 'crook'; a list that"
                + " stands here has each entry on a line of its own after '-'"),
        mistake(
            "an entry without sense",
            "rules: [{name: a, words: [ok, f*ck], then: hold}]",
            "rules/r.yaml:1:31: '*' can stand only at the start or the end of a word,"
                + " found 'f*ck'"),
        mistake(
            "a misspelt key of a test",
            """
            rules: [{name: a, when: links > 0, then: hold}]
            tests:
              - comment: Hello
                expects: approve
                autor: {approved: 1}
                page: {sektion: opinion}
            """,
            """
            rules/r.yaml:3:5: 'expect' is missing; wanted one of approve, hold, reject
            rules/r.yaml:4:5: unknown key 'expects'; did you mean 'expect'?
            rules/r.yaml:5:5: unknown key 'autor'; did you mean 'author'?
            rules/r.yaml:6:12: unknown key 'sektion'; did you mean 'section'?"""),
        mistake(
            "a test of an author with a wrong number",
            """
            rules: [{name: a, when: links > 0, then: hold}]
            tests: [{comment: Hello, author: {approved: many, emale: x}, expect: approve}]
            """,
            """
            rules/r.yaml:2:45: approved must be a whole number from 0 to 999999999, was 'many'
            rules/r.yaml:2:51: unknown key 'emale'; did you mean 'email'?"""),
        mistake(
            "a test by a rule that is not there",
            """
            rules: [{name: heated, when: links > 0, then: hold}]
            tests: [{comment: Hello, expect: hold, by: heatd}]
            """,
            "rules/r.yaml:2:9: unknown rule 'heatd'; did you mean 'heated'?"),
        mistake(
            "a test that fails by another rule",
            """
            rules:
              - {name: threats, when: threat >= 0.7, then: reject}
              - {name: heated newcomer, when: toxicity >= 0.6 && author.approved < 1, then: hold}
            tests:
              - comment: "[toxicity 0.614] [threat 0.2] I will find you"
                expect: reject
                by: threats
            """,
            "rules/r.yaml:5:5: expected reject by 'threats',"
                + " got hold by 'heated newcomer' (toxicity 0.61, author.approved 0)"),
        mistake(
            "a test that fails by no rule",
            """
            rules: [{name: threats, when: threat >= 0.7 || links > 3, then: reject}]
            tests: [{comment: "[threat 0.2] a.org", expect: reject, by: threats}]
            """,
            "rules/r.yaml:2:9: expected reject by 'threats',"
                + " got approve since no rule matched (threat 0.20, links 1)"),
        mistake(
            "a test with the right outcome by the wrong rule",
            """
            rules:
              - {name: a, when: links > 0, then: hold}
              - {name: b, when: links > 1, then: hold}
            tests: [{comment: a.org, expect: hold, by: b}]
            """,
            "rules/r.yaml:4:9: expected hold by 'b', got hold by 'a' (links 1)"),
        mistake(
            "a test with the right rule, overruled",
            """
            rules:
              - {name: a, when: links > 0, then: hold}
              - {name: b, when: links > 0, then: reject}
            tests: [{comment: a.org, expect: reject, by: a}]
            """,
            "rules/r.yaml:4:9: expected reject by 'a', got reject by 'b' (links 1)"),
        mistake(
            "a test without an answer",
            """
            rules: [{name: a, when: 1 / links > 0, then: hold}]
            tests: [{comment: Hello, expect: approve}]
            """,
            "rules/r.yaml:2:9: expected approve, got no answer:"
                + " r.yaml:1: rule 'a' cannot be evaluated: divide by zero"));
  }

  private static Arguments mistake(String what, String yaml, String problems) {
    return Arguments.of(what, yaml, problems);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void read_mistake_isExplainedInItsPlace(String what, String yaml, String problems) {
    var folder = RuleFolder.in(temp).write("r.yaml", yaml).write("lists/banned.txt", "crap\n");
    assertEquals(problems, folder.problems());
  }

  @Test
  void read_mistakesInSeveralFiles_areAllReportedInOrder() {
    var folder =
        RuleFolder.in(temp)
            .write("b.yaml", "rules:\n- {name: x, when: lins > 0, then: hold}")
            .write("a.yaml", "rules: [{name: x, words: lists/w.txt, then: hold}]")
            .write("lists/w.txt", "# my list\n\nok # fine\n***\nf*ck\n")
            .write("c.yml", "rulez: []");
    assertEquals(
        """
        rules/b.yaml:2:10: there is a rule 'x' already, at rules/a.yaml:1:16
        rules/b.yaml:2:19: unknown symbol 'lins'; did you mean 'links'?
        rules/c.yml:1:1: unknown key 'rulez'; did you mean 'rules'?
        rules/lists/w.txt:4:1: wanted a word, found '***'
        rules/lists/w.txt:5:1: '*' can stand only at the start or the end of a word, found 'f*ck'""",
        folder.problems());
  }

  @Test
  void read_noFolder_isReported() {
    var missing = temp.resolve("none/rules");
    assertEquals("rules: no such folder: " + missing, new RuleFolder(missing).problems());
  }

  @Test
  void read_otherEncoding_isReportedByFileAndLine() {
    var folder =
        RuleFolder.in(temp)
            .write("r.yaml", "rules: [{name: a, words: w.txt, then: hold}]")
            .write("w.txt", "Straße\nGröße\n".replace("ß", "ss").getBytes(ISO_8859_1));
    assertEquals("rules/w.txt:2: not UTF-8 text; save the file as UTF-8", folder.problems());
  }

  @Test
  void read_byteOrderMarkAndDosLines_areTaken() {
    var folder =
        RuleFolder.in(temp)
            .write("r.yaml", "\uFEFFrules:\r\n- name: a\r\n  words: w.txt\r\n  then: hold\r\n")
            .write("w.txt", "\uFEFFcrook # not nice\r\n\r\n# liar\r\nthief\r\n");
    var book = folder.book();
    assertEquals(Outcome.HOLD, weigh(book, "You crook").outcome());
    assertEquals(Outcome.HOLD, weigh(book, "You thief").outcome());
    assertEquals(Outcome.APPROVE, weigh(book, "You liar").outcome());
    assertEquals(Outcome.APPROVE, weigh(book, "Not nice").outcome());
  }

  @Test
  void read_editorsOwnFiles_areLeftOut() {
    var folder =
        RuleFolder.in(temp)
            .write("r.yaml", "rules: [{name: a, when: links > 0, then: hold}]")
            .write(".r.yaml.swp", "no rules")
            .write(".#r.yaml", "no rules")
            .write("r.yaml~", "no rules")
            .write("#r.yaml#", "no rules")
            .write(".git/x.yaml", "no rules")
            .write("old/x.yaml", "no rules")
            .write("README.md", "no rules");
    assertEquals("", folder.problems());
    assertEquals(1, folder.book().size());
  }

  @Test
  void read_linkedFolder_isFollowed() throws IOException {
    var real = RuleFolder.in(temp.resolve("real"));
    real.write("r.yaml", "rules: [{name: a, when: links > 0, then: hold}]");
    var link = Files.createSymbolicLink(temp.resolve("rules"), real.path());
    assertEquals(real.book().digest(), new RuleFolder(link).book().digest());
  }

  @Test
  void read_testsThatPass_makeABook() {
    var folder =
        RuleFolder.in(temp)
            .write(
                "r.yaml",
                """
                rules:
                  - {name: link, when: links > 0, unless: author.approved > 2, then: hold}
                  - {name: shout, when: shouting > 0.9, unless: page.section == "fun", then: hold}
                  - {name: boss, when: author.name == "Boss" && site == "b", then: reject}
                  - {name: trial, when: links > 1, then: reject, shadow: true}
                tests:
                  - {comment: See a.org, expect: hold, by: link}
                  - {comment: See a.org, author: {approved: 2}, expect: hold}
                  - {comment: See a.org, author: {approved: 3}, expect: approve}
                  - {comment: THIS IS AN OUTRAGE, expect: hold, by: shout}
                  - {comment: THIS IS AN OUTRAGE, page: {section: fun}, expect: approve}
                  - {comment: Hi, site: b, author: {name: Boss, email: x, url: y}, expect: reject}
                  - {comment: Hi, site: c, author: {name: Boss}, page: {id: 1, url: /}, expect: approve}
                  - {comment: See a.org and b.org, expect: hold, by: trial}
                """);
    assertEquals("", folder.problems());
  }

  @Test
  void read_aliasBomb_isReported() {
    var bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertTrue(RuleFolder.in(temp).write("r.yaml", bomb.toString()).problems().startsWith("rules"));
  }
}
