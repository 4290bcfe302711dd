package org.moderato.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.moderato.model.DataFolder;
import org.moderato.model.Evaluator;
import org.moderato.model.ModelCard;
import org.moderato.model.Recipe;
import org.moderato.model.TextModel;
import org.moderato.model.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a model by a recipe, and measures it. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    header = "Train a model by a recipe, and measure it.",
    description = {
      "",
      "Reads the labelled sets that RECIPE names from the data folder, trains, and writes"
          + " NAME.model and the model card NAME.md, where NAME is the recipe's name. The same"
          + " recipe and data give the same model."
    },
    footer = {
      "",
      "Example:",
      "  java -jar moderato.war train src/main/recipes/toxicity-en.yaml --data data --out models"
    })
final class Train implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RECIPE", description = "The recipe, a YAML file.")
  private Path recipe = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder of labelled sets, with an index.tsv.")
  private Path data = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the model and its card go. Default: the current directory.")
  private Path out = Path.of("");

  Train(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      DataFolder sets = DataFolder.open(data);
      Recipe read = Recipe.read(recipe, sets);
      byte[] file = new Trainer(sets, console.err()::println).train(read);
      var model = TextModel.read(read.name(), file);
      var figures = new Evaluator().evaluate(model, read, sets);
      Files.createDirectories(out);
      Path target = out.resolve(read.name() + ".model");
      Files.write(target, file);
      Path card = out.resolve(read.name() + ".md");
      Files.writeString(card, new ModelCard(read, model, figures).markdown(sets));
      console.out().println(target);
      console.out().println(card);
      return Commands.OK;
    } catch (IOException e) {
      throw new CommandException(e.getMessage() + ": " + Failures.explained(e), e);
    }
  }
}
