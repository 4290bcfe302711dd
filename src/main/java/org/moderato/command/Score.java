package org.moderato.command;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Judges an archive of comments and stores nothing. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Judge an archive of comments; nothing is stored.",
    description = {
      "",
      "Reads comments from FILE or from standard input and writes one JSON object for each, in the"
          + " order of the input, with the verdict, the language, the scores, the rules that"
          + " matched and the places that mattered:",
      "",
      "  {\"line\":2,\"verdict\":\"hold\",\"language\":\"en\",\"scores\":{\"toxicity\":0.83},",
      "   \"reasons\":[{\"rule\":\"heated newcomer\",\"file\":\"toxicity.yaml\",\"line\":9,"
          + "\"because\":\"...\"}],",
      "   \"findings\":[{\"symbol\":\"toxicity\",\"score\":0.83,\"start\":4,\"end\":9}]}",
      "",
      "'line' is the line of the input that the comment starts on, from 1, a header included."
          + " 'language' is null where it could not be told. 'start' and 'end' count UTF-16 units"
          + " of the comment, 'end' exclusive. A reason that only tries a rule has"
          + " '\"shadow\":true'.",
      "",
      "Every comment is judged as a newcomer's, on no page in particular. An entry that cannot be"
          + " read becomes {\"line\":3,\"error\":\"...\"}, the others are judged all the same, and"
          + " the exit code is 1. A summary goes to standard error; where the input has a column"
          + " 'toxic' or 'spam' of 0 and 1, it compares the verdicts with it."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar moderato.war score comments.csv > verdicts.jsonl",
      "  java -jar moderato.war score --column 3 --out verdicts.jsonl export.tsv.gz",
      "  java -jar moderato.war score --rules my-rules --languages de,en archive.jsonl",
      "  echo 'What a fine idea!' | java -jar moderato.war score"
    })
final class Score implements Callable<Integer> {
  private final Console console;
  private final ArchiveJudge.Maker judges;

  @Option(
      names = "--column",
      paramLabel = "NAME|N",
      description =
          "The column (its name or its number from 1) or the JSON member with the comments. Default:"
              + " text, else comment, else body, else the only column.")
  private Optional<String> column = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "One of ${COMPLETION-CANDIDATES}. Default: by the file's name, else by its first line."
              + " TSV and CSV start with a header; in TSV \\t, \\n and \\\\ are unescaped.")
  private Optional<Format> format = Optional.empty();

  @Option(
      names = "--languages",
      paramLabel = "CODES",
      split = ",",
      converter = Language.class,
      description =
          "The languages that readers may write in, such as en,de, the main one first. Default: all"
              + " that Moderato knows.")
  private List<String> languages = List.of();

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "The folder of rule files. Default: the rules that ship with Moderato.")
  private Optional<Path> rules = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the verdicts go. Default: standard output.")
  private Optional<Path> out = Optional.empty();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The archive, gzipped or not. Default, or '-': standard input.")
  private Optional<Path> file = Optional.empty();

  Score(Console console, ArchiveJudge.Maker judges) {
    this.console = console;
    this.judges = judges;
  }

  @Override
  public Integer call() throws InterruptedException {
    ArchiveJudge judge = judges.make(languages, rules);
    Optional<Path> archive = file.filter(f -> !f.toString().equals("-"));
    String name = archive.map(Path::toString).orElse("standard input");
    try (InputStream in = archive.isPresent() ? open(archive.get()) : console.in();
        var output = out.map(Output::toFile).orElseGet(() -> Output.toStandard(console.out()));
        var progress = new Progress(console, archive.isPresent() ? size(archive.get()) : -1)) {
      Rows rows = Archive.open(progress.counting(in), name, format, column);
      return score(judge, rows, output, progress);
    } catch (IOException e) {
      throw new CommandException(name + ": " + Failures.explained(e), e);
    }
  }

  private static InputStream open(Path archive) throws IOException {
    if (Files.isDirectory(archive)) {
      throw new CommandException(archive + ": is a folder, wanted a file");
    }
    // What Files gives for a pipe, such as the shell's <(command), cannot be read here.
    return Files.isRegularFile(archive) || Files.notExists(archive)
        ? Files.newInputStream(archive)
        : new FileInputStream(archive.toFile());
  }

  private static long size(Path archive) throws IOException {
    return Files.isRegularFile(archive) ? Files.size(archive) : -1;
  }

  private int score(ArchiveJudge judge, Rows rows, Output output, Progress progress)
      throws IOException, InterruptedException {
    var summary = new Summary();
    var json = new JsonLine(judge.scores());
    long start = System.nanoTime();
    new Scorer(judge.judge(), Runtime.getRuntime().availableProcessors())
        .score(
            rows,
            judged -> {
              summary.add(judged);
              progress.step(summary.entries());
              return output.line(json.write(judged));
            });
    progress.close();
    if (output.isRead()) {
      console.err().print(summary.text(Duration.ofNanos(System.nanoTime() - start)));
    }
    return summary.broken() == 0 ? Commands.OK : Commands.FAILED;
  }

  /** Reads a language's code. */
  static final class Language implements ITypeConverter<String> {
    private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

    @Override
    public String convert(String value) {
      if (!CODES.contains(value)) {
        throw new TypeConversionException(
            "'" + value + "' is no ISO 639-1 language code such as en or de");
      }
      return value;
    }
  }
}
