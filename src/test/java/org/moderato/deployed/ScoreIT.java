package org.moderato.deployed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code score} by {@code java -jar}, with the shipped models and rules. */
final class ScoreIT {
  private static final String FRIENDLY = "Thank you for this careful report about the new school.";
  private static final String ABUSIVE =
      "You are a worthless piece of shit and everybody hates you.";
  private static final String SOME_DUTCH =
      "De gemeente had deze weg jaren geleden moeten repareren, zegt iedereen hier in het dorp.";

  @TempDir private Path folder;

  private record Run(int exitCode, List<JsonNode> answers, String summary) {}

  @Test
  void score_gzippedTable_answersInOrder() throws Exception {
    Path archive = folder.resolve("comments.tsv.gz");
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(archive))) {
      var table = new StringBuilder("id\ttext\ttoxic\n");
      for (int i = 0; i < 200; i++) {
        boolean bad = i % 10 == 0;
        table.append("%d\t%s\\n%d\t%d\n".formatted(i, bad ? ABUSIVE : FRIENDLY, i, bad ? 1 : 0));
      }
      gzip.write(table.toString().getBytes(UTF_8));
    }
    Run run = score("", archive.toString());
    assertEquals(0, run.exitCode(), run.summary());
    assertEquals(200, run.answers().size());
    for (int i = 0; i < 200; i++) {
      JsonNode answer = run.answers().get(i);
      assertEquals(i + 2, answer.get("line").asInt(), "line");
      assertEquals(
          i % 10 == 0 ? "reject" : "approve", answer.get("verdict").asText(), answer::toString);
    }
    assertTrue(run.summary().contains("precision 1.000, recall 1.000"), run::summary);
  }

  @Test
  void score_standardInput_explainsEachVerdict() throws Exception {
    Run run = score(FRIENDLY + "\n" + ABUSIVE + "\n" + SOME_DUTCH + "\n", "--languages", "en,nl");
    assertEquals(0, run.exitCode(), run.summary());
    assertEquals("en", run.answers().get(0).get("language").asText());
    assertEquals("nl", run.answers().get(2).get("language").asText());
    JsonNode abusive = run.answers().get(1);
    assertTrue(abusive.get("scores").get("toxicity").asDouble() > 0.9, abusive::toString);
    JsonNode reason = abusive.get("reasons").get(0);
    assertTrue(reason.get("file").asText().endsWith(".yaml"), abusive::toString);
    assertTrue(reason.get("line").asInt() > 0, abusive::toString);
    for (JsonNode finding : abusive.get("findings")) {
      int start = finding.get("start").asInt();
      int end = finding.get("end").asInt();
      assertTrue(0 <= start && start <= end && end <= ABUSIVE.length(), finding::toString);
    }
  }

  @Test
  void score_ruleFileWithMistake_saysWhere() throws Exception {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Files.writeString(
        rules.resolve("a.yaml"), "rules:\n  - name: a\n    when: shoutng > 1\n    then: hold\n");
    Run run = score(FRIENDLY, "--rules", rules.toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.summary().contains("a.yaml:3:11: "), run::summary);
    assertTrue(run.summary().contains("did you mean 'shouting'?"), run::summary);
  }

  private Run score(String in, String... args) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(List.of(Container.java(), "-jar", Container.WAR.toString(), "score"));
    command.addAll(List.of(args));
    Path input = Files.writeString(folder.resolve("in"), in);
    Path output = folder.resolve("out");
    Path errors = folder.resolve("err");
    int exitCode =
        new ProcessBuilder(command)
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start()
            .waitFor();
    var answers = new ArrayList<JsonNode>();
    var mapper = new JsonMapper();
    for (String line : Files.readAllLines(output)) {
      answers.add(mapper.readTree(line));
    }
    return new Run(exitCode, answers, Files.readString(errors));
  }
}
