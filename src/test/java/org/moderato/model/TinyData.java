package org.moderato.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * A folder of labelled sets that is large enough to learn from and small enough to learn at once.
 */
final class TinyData {
  static final String RECIPE =
      """
      name: tiny-en
      language: en
      purpose: Tells rude sentences from friendly ones.
      min-texts: 2
      iterations: 20
      l2: 0.1
      seed: 1
      outputs:
        - symbol: rudeness
          meaning: How rude it is.
          sets:
            - {file: rude.tsv.gz, calibrate: true}
        - symbol: threat
          meaning: How much of a threat it is.
          label: threat
          sets:
            - {file: rude.tsv.gz, calibrate: true}
            - {file: calm.tsv.gz, negative: true, weight: 0.5}
      measure: [rude-dev.tsv.gz]
      """;

  private static final List<String> SUBJECTS =
      List.of("the mayor", "this paper", "my neighbour", "the striker", "your comment", "he");
  private static final List<String> FRIENDLY =
      List.of("is a friend", "did well", "was kind to us", "wrote a fine piece", "helps a lot");
  private static final List<String> RUDE =
      List.of("is an idiot", "is a stupid liar", "is a damn fool", "talks stupid rubbish");
  private static final List<String> THREATS =
      List.of("will be beaten up", "had better watch out or get beaten up");

  private TinyData() {}

  static DataFolder write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("index.tsv"),
        """
        task\tfile\tlang\tsplit\trows\tpositives\tterms
        toxicity\trude.tsv.gz\ten\ttrain\t600\t300\tCC0-1.0
        toxicity\tcalm.tsv.gz\ten\ttrain\t50\t0\tnot stated
        toxicity\trude-dev.tsv.gz\ten\tdev\t200\t100\tCC0-1.0
        toxicity\tkept.tsv.gz\ten\tmeasure\t10\t5\tCC BY-NC-SA 4.0: measure only, never train
        """);
    var random = new SplittableRandom(7);
    writeSet(folder.resolve("rude.tsv.gz"), 600, 2, random);
    writeSet(folder.resolve("calm.tsv.gz"), 50, 1, random);
    writeSet(folder.resolve("rude-dev.tsv.gz"), 200, 2, random);
    writeSet(folder.resolve("kept.tsv.gz"), 10, 2, random);
    return DataFolder.open(folder);
  }

  private static void writeSet(Path file, int rows, int kinds, SplittableRandom random)
      throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(file));
        var writer = new OutputStreamWriter(out, UTF_8)) {
      writer.write("text\ttoxic\tlabels\n");
      for (int i = 0; i < rows; i++) {
        boolean rude = i % kinds == 1;
        boolean threat = rude && random.nextInt(3) == 0;
        String predicate = pick(threat ? THREATS : rude ? RUDE : FRIENDLY, random);
        writer.write(
            pick(SUBJECTS, random) + " " + predicate + " " + random.nextInt(1000) + "\\nreally\t");
        writer.write((rude ? "1" : "0") + "\t" + (threat ? "rude,threat" : "") + "\n");
      }
    }
  }

  private static String pick(List<String> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }
}
