package org.moderato.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.moderato.model.DataFolder;
import org.moderato.model.Evaluator;
import org.moderato.model.ModelCard;
import org.moderato.model.Models;
import org.moderato.model.Recipe;
import org.moderato.model.TextModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a model on the sets that its recipe names. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    header = "Measure a model on labelled sets.",
    description = {
      "",
      "Measures a model on the sets that RECIPE lists under 'measure', and writes its model card:"
          + " precision and recall by threshold, and how well its scores are calibrated."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar moderato.war evaluate src/main/recipes/toxicity-en.yaml --data data",
      "      measures the model of that name that ships with Moderato",
      "  java -jar moderato.war evaluate my.yaml --data data --model my.model"
    })
final class Evaluate implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RECIPE", description = "The recipe that the model was trained by.")
  private Path recipe = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder of labelled sets, with an index.tsv.")
  private Path data = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "The model. Default: the shipped one with the recipe's name.")
  private Optional<Path> model = Optional.empty();

  Evaluate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      DataFolder sets = DataFolder.open(data);
      Recipe read = Recipe.read(recipe, sets);
      TextModel measured =
          model.isPresent()
              ? TextModel.read(model.get().toString(), Files.readAllBytes(model.get()))
              : shipped(read.name());
      var figures = new Evaluator().evaluate(measured, read, sets);
      console.out().print(new ModelCard(read, measured, figures).markdown(sets));
      return Commands.OK;
    } catch (IOException e) {
      throw new CommandException(e.getMessage() + ": " + Failures.explained(e), e);
    }
  }

  private static TextModel shipped(String name) {
    return Models.load().texts().stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new CommandException("no model named '" + name + "' ships; say --model FILE"));
  }
}
