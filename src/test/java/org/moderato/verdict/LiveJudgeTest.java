package org.moderato.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderato.check.Check;
import org.moderato.check.Checks;
import org.moderato.check.Finding;
import org.moderato.check.Symbol;
import org.moderato.comment.Author;
import org.moderato.comment.Page;
import org.moderato.facts.AuthorRecord;
import org.moderato.facts.Facts;
import org.moderato.rule.Outcome;
import org.moderato.rule.RuleBook;
import org.moderato.rule.RuleFiles;
import org.moderato.text.Normaliser;
import org.moderato.text.Span;
import org.moderato.verdict.LiveJudge.Bench;

final class LiveJudgeTest {
  private static final String STRICT = "rules: [{name: heat, when: toxicity >= 0.5, then: reject}]";
  private static final String MILD = "rules: [{name: heat, when: toxicity >= 0.5, then: hold}]";

  @TempDir Path folder;
  private final Check model = mock(Check.class);
  private final Checks checks = new Checks(new Normaliser(), List.of(model));
  private final LiveJudge judge =
      new LiveJudge(
          Map.of(
              "courier", new Bench(checks, Outcome.APPROVE),
              "herald", new Bench(checks, Outcome.HOLD)),
          "toxicity 1",
          100);

  @BeforeEach
  void findHeat() {
    when(model.symbols())
        .thenReturn(List.of(new Symbol("toxicity", Symbol.Kind.SCORE, "How heated it is.")));
    when(model.examine(any())).thenReturn(List.of(new Finding("toxicity", 0.5, new Span(0, 1))));
  }

  @Test
  void judge_ruleMatches_tellsRuleFindingsAndVersions() throws IOException {
    RuleBook book = book(STRICT);
    judge.use(book);

    Verdict verdict = judge.judge("You fool.", facts("courier"));

    assertEquals(Outcome.REJECT, verdict.outcome());
    assertEquals("heat", verdict.reasons().get(0).rule());
    assertEquals(List.of(new Finding("toxicity", 0.5, new Span(0, 1))), verdict.findings());
    assertEquals(book.digest(), verdict.rules());
    assertEquals("toxicity 1", verdict.models());
  }

  @Test
  void judge_noRuleMatches_followsTheSitesDefault() throws IOException {
    judge.use(book("rules: [{name: heat, when: toxicity > 0.5, then: reject}]"));
    assertEquals(Outcome.APPROVE, judge.judge("Hm.", facts("courier")).outcome());
    assertEquals(Outcome.HOLD, judge.judge("Hm.", facts("herald")).outcome());
  }

  @Test
  void judge_otherRules_neverServesAnOldVerdict() throws IOException {
    RuleBook strict = book(STRICT);
    RuleBook mild = book(MILD);
    assertNotEquals(strict.digest(), mild.digest());

    judge.use(strict);
    assertEquals(Outcome.REJECT, judge.judge("You fool.", facts("courier")).outcome());
    judge.use(mild);
    assertEquals(Outcome.HOLD, judge.judge("You fool.", facts("courier")).outcome());
    judge.use(strict);
    assertEquals(Outcome.REJECT, judge.judge("You fool.", facts("courier")).outcome());
  }

  @Test
  void judge_copiesFromManyThreads_runsTheModelOnce() throws IOException {
    judge.use(book(STRICT));
    clearInvocations(model);

    long rejected =
        IntStream.range(0, 1000)
            .parallel()
            .mapToObj(i -> judge.judge("You fool.", facts("courier")))
            .filter(verdict -> verdict.outcome() == Outcome.REJECT)
            .count();

    assertEquals(1000, rejected);
    verify(model, times(1)).examine(any());
  }

  @Test
  void judge_beforeAnyBook_throws() {
    var e =
        assertThrows(IllegalStateException.class, () -> judge.judge("You fool.", facts("courier")));
    assertEquals("no rule book is live; the rule files have mistakes", e.getMessage());
  }

  @Test
  void judge_unknownSite_throws() throws IOException {
    judge.use(book(MILD));
    assertThrows(IllegalArgumentException.class, () -> judge.judge("a", facts("gazette")));
  }

  private RuleBook book(String rules) throws IOException {
    Files.writeString(folder.resolve("heat.yaml"), rules);
    return new RuleFiles(folder, checks).read();
  }

  private static Facts facts(String site) {
    return new Facts(
        site, new Page("1", "/", ""), new Author("Ada", "", "", ""), AuthorRecord.NEWCOMER);
  }
}
