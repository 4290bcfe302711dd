package org.moderato.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.check.Finding;
import org.moderato.rule.Outcome;
import org.moderato.rule.Reason;
import org.moderato.text.Span;
import org.moderato.verdict.Verdict;

final class ScoreTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void score_standardInput_writesAnObjectALine() {
    assertEquals(0, score("text\tspam\ngood\t0\nbad\t1\n"));
    assertEquals(
        """
        {"line":2,"verdict":"approve","language":"en","scores":{"badness":0},"reasons":[],\
        "findings":[{"symbol":"language","score":1,"start":0,"end":4},\
        {"symbol":"badness","score":0,"start":0,"end":4}]}
        {"line":3,"verdict":"reject","language":"en","scores":{"badness":1},\
        "reasons":[{"rule":"badness","file":"bad.yaml","line":2,"because":"It is bad."}],\
        "findings":[{"symbol":"language","score":1,"start":0,"end":3},\
        {"symbol":"badness","score":1,"start":0,"end":3}]}
        """,
        out.toString());
  }

  @Test
  void score_labelledInput_comparesVerdictsWithLabels() {
    score("text\tspam\ngood\t0\ngood\t1\nbad\t1\nbad\t1\nbad\t0\nlost\n");
    String summary = err.toString();
    assertTrue(summary.startsWith("5 comments in "), summary);
    assertTrue(
        summary.endsWith(
            """
              approve           2   40.0 %
              hold              0    0.0 %
              reject            3   60.0 %

            languages:
                      5  en

            rules:
                      3  badness (bad.yaml)

                              not spam          spam
              approve                1             1
              hold                   0             0
              reject                 1             2
              not approved, as a finder of spam: precision 0.667, recall 0.667

            1 entry could not be read, on line 7: wanted 2 columns as in the header, found 1
            """),
        summary);
  }

  @Test
  void score_brokenEntry_isReportedInItsPlaceAndFails() {
    assertEquals(1, score("{\"text\":\"good\"}\n{\"text\":\n{\"text\":\"good\"}\n"));
    var lines = out.toString().lines().toList();
    assertEquals(3, lines.size());
    assertEquals("{\"line\":2,\"error\":\"not valid JSON at column 9\"}", lines.get(1));
  }

  @Test
  void score_fileToFile_leavesStandardOutputAlone() throws IOException {
    Path archive = Files.writeString(folder.resolve("a.csv"), "id,note\n1,good\n");
    Path verdicts = folder.resolve("verdicts.jsonl");
    assertEquals(
        0, score("", "--column", "note", "--out", verdicts.toString(), archive.toString()));
    assertEquals("", out.toString());
    assertTrue(Files.readString(verdicts).startsWith("{\"line\":2,\"verdict\":\"approve\""));
  }

  @Test
  void score_fileThatIsNotThere_saysSo() {
    Path missing = folder.resolve("missing.tsv");
    assertEquals(1, score("", missing.toString()));
    assertEquals(missing + ": there is no such file or folder\n", err.toString());
  }

  @Test
  void score_folder_saysSo() {
    assertEquals(1, score("", folder.toString()));
    assertEquals(folder + ": is a folder, wanted a file\n", err.toString());
  }

  @Test
  void score_outputThatCannotBeWritten_saysSo() {
    Path nowhere = folder.resolve("no/where.jsonl");
    assertEquals(1, score("good\n", "--out", nowhere.toString()));
    assertEquals("cannot write " + nowhere + ": there is no such file or folder\n", err.toString());
  }

  @Test
  void score_readerThatEndsEarly_endsQuietly() {
    var head =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    var pipe = new PrintWriter(new FilterOutputStream(head), false, UTF_8);
    assertEquals(0, score(pipe, "good\n".repeat(10_000)));
    assertEquals("", err.toString());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --languages=en,xx | 'xx' is no ISO 639-1 language code such as en or de
          --format=xml      | Invalid value for option '--format'
          --colum=text      | Unknown option: '--colum=text'
          """)
  void score_wrongOption_isAUsageError(String option, String message) {
    assertEquals(2, score("good\n", option));
    assertTrue(err.toString().contains(message), err::toString);
  }

  private int score(String in, String... args) {
    return score(new PrintWriter(out), in, args);
  }

  private int score(PrintWriter to, String in, String... args) {
    var console =
        new Console(
            new ByteArrayInputStream(in.getBytes(UTF_8)), to, new PrintWriter(err, true), false);
    var score =
        new Score(
            console,
            (languages, rules) ->
                new ArchiveJudge((typed, facts) -> judge(typed), Set.of("badness")));
    return Commands.line(score, console).execute(args);
  }

  private static Verdict judge(String typed) {
    boolean bad = typed.equals("bad");
    var whole = new Span(0, typed.length());
    var reason =
        new Reason(
            "badness", "bad.yaml", 2, Outcome.REJECT, "It is bad.", false, List.of(), List.of());
    return new Verdict(
        bad ? Outcome.REJECT : Outcome.APPROVE,
        bad ? List.of(reason) : List.of(),
        List.of(
            new Finding("language", 1, whole, "en"), new Finding("badness", bad ? 1 : 0, whole)),
        "",
        "");
  }
}
