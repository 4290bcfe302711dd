package org.moderato.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConditionCompilerTest {
  @TempDir Path temp;

  private String problems(String condition) {
    return RuleFolder.in(temp)
        .write("r.yaml", "rules:\n- name: a\n  when: |\n    " + condition + "\n  then: hold\n")
        .problems();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          toxicty > 1               ¦ 4:5: unknown symbol 'toxicty'; did you mean 'toxicity'?
          author.aproved > 1        ¦ 4:5: unknown symbol 'author.aproved'; did you mean 'author.approved'?
          !(1 < author.nam.size())  ¦ 4:11: unknown symbol 'author.nam'; did you mean 'author.name'?
          author.foo.bar > 1        ¦ 4:5: unknown symbol 'author.foo.bar'
          page.section == opinion   ¦ 4:21: unknown symbol 'opinion'; a text needs quotation marks
          domains.exists(d, dd == 'x') ¦ 4:23: unknown symbol 'dd'; a text needs quotation marks
          foo(links)                ¦ 4:5: unknown function 'foo'
          site.contians('x')        ¦ 4:10: unknown function 'contians'; did you mean 'contains'?
          toxicity > 'a'            ¦ 4:14: '>' does not go with a score and a text
          shouting == 1             ¦ 4:14: '==' does not go with a score and a whole number; write the number with a point, as in 1.0
          toxicity && links > 1     ¦ 4:14: '&&' does not go with a score and a yes or no
          links + 1.5 > 2           ¦ 4:11: '+' does not go with a whole number and a score
          toxicity in domains       ¦ 4:14: 'in' does not go with a score and a list of texts
          site.contains(1)          ¦ 4:18: 'contains' does not go with a text and a whole number
          !links                    ¦ 4:5: '!' does not go with a whole number
          links                     ¦ 4:5: a condition must be true or false, found a whole number; compare it with something
          links.many > 1            ¦ 4:10: nothing can follow a whole number after '.'
          has(author.approved)      ¦ 4:8: has() is not needed: every symbol has a value
          links > 99999999999999999999 ¦ 4:13: a number that is too large: "99999999999999999999"
          toxicity >                ¦ 4:15: the condition ends too early
          links = 2                 ¦ 4:11: unexpected '='; to compare, write '=='
          links > 2 and links < 9   ¦ 4:15: unexpected 'and'; write '&&'
          links > 2 or links < 9    ¦ 4:15: unexpected 'or'; write '||'
          not links > 2             ¦ 4:9: unexpected 'links'
          toxicity >= 0,5           ¦ 4:18: unexpected ','; decimals are written with a point, as in 0.5
          site == "daily            ¦ 4:13: a quotation mark is missing after "daily
          é > 2                     ¦ 4:5: unexpected 'é'
          site.matches('(')         ¦ 4:18: not a pattern: missing closing ): '('
          site.matches('(?=x)y')    ¦ 4:18: not a pattern: invalid or unsupported Perl syntax: '(?='
          matches(site, '[')        ¦ 4:19: not a pattern: missing closing ]: '['
          site.matches(author.name) ¦ 4:18: the pattern of matches() must stand there in quotation marks
          site.matches('((a{99}){99}){99}') ¦ 4:18: the counts in the pattern must not multiply to more than 1000
          """)
  void compile_mistake_isExplainedInItsPlace(String condition, String problem) {
    assertEquals("rules/r.yaml:" + problem, problems(condition));
  }

  @Test
  void compile_severalMistakes_areAllReported() {
    assertEquals(
        """
        rules/r.yaml:4:5: unknown symbol 'toxicty'; did you mean 'toxicity'?
        rules/r.yaml:4:26: '>' does not go with a whole number and a text
        rules/r.yaml:4:35: unknown function 'foo'""",
        problems("toxicty > 1 || links > 'a' || foo(links)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "toxicity >= 1 && links > 2.5",
        "1 > toxicity",
        "author.approved == 0 || page.section in ['opinion', 'sport']",
        "domains.exists(d, d.endsWith('.shop')) && !('a.org' in domains)",
        "domains.all(links, links == 'x')",
        "size(author.name) > 40 ? links > 0 : links > 5",
        "author.name.matches('(?i)^(admin|editor)[0-9]{0,4}$')",
        "type(links) == int",
        "true"
      })
  void compile_soundCondition_isTaken(String condition) {
    assertEquals("", problems(condition));
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
            when: lins > 2                           ¦ 3 ¦ 9 ¦ plain
            when: links > 2 && lins > 2              ¦ 3 ¦ 22 ¦ later in a plain one
            when: "links > 2 && lins > 2"            ¦ 3 ¦ 23 ¦ double-quoted
            when: "site == \\"a\\" && lins > 2"      ¦ 3 ¦ 27 ¦ double-quoted with escapes
            when: "site == '\\x61' && lins > 2"      ¦ 3 ¦ 28 ¦ an escape of four characters
            when: 'site == ''a'' && lins > 2'        ¦ 3 ¦ 27 ¦ single-quoted with doubled quotes
            when: site == "😀" && lins > 2           ¦ 3 ¦ 24 ¦ counted in characters, not in units
            when: links > 2¶    && lins > 2          ¦ 4 ¦ 8 ¦ plain over two lines
            when: |¶    links > 2¶      && lins > 2  ¦ 5 ¦ 10 ¦ block, as it stands
            when: >-¶    links > 2¶    && lins > 2   ¦ 5 ¦ 8 ¦ block, folded
            when: |  # why¶    lins > 2              ¦ 4 ¦ 5 ¦ block with a comment behind its mark
            when:¶    lins > 2                       ¦ 4 ¦ 5 ¦ on the next line
            unless: lins > 2¶  words: [x]            ¦ 3 ¦ 11 ¦ unless
          """)
  void compile_mistake_isPlacedWhateverTheYaml(String yaml, int line, int column, String why) {
    String text = "rules:\n- name: a\n  " + yaml.replace('¶', '\n') + "\n  then: hold\n";
    for (String end : new String[] {"\n", "\r\n"}) {
      var folder = RuleFolder.in(temp).write("r.yaml", text.replace("\n", end));
      assertEquals(
          "rules/r.yaml:" + line + ":" + column + ": unknown symbol 'lins'; did you mean 'links'?",
          folder.problems());
    }
  }

  @Test
  void compile_hostilePattern_isRefusedAtOnce() {
    assertTrue(problems("site.matches('" + "(".repeat(9000) + "')").contains("at most 500"));
    assertTrue(problems("site.matches('(((a{1000}){1000}){1000}){1000}')").contains("multiply"));
    assertTrue(
        problems("site.matches('(a{50}b{20}|c{30}d|" + "é".repeat(400) + "){2,9}')")
            .contains("multiply"));
  }

  @Test
  void compile_deepNesting_isRefused() {
    assertTrue(
        problems("(".repeat(400) + "links > 1" + ")".repeat(400)).startsWith("rules/r.yaml:4:"));
    assertTrue(problems("links > 1 || ".repeat(2000) + "true").startsWith("rules/r.yaml:4:"));
  }
}
