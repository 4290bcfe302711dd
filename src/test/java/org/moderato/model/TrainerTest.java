package org.moderato.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderato.text.Normaliser;

final class TrainerTest {
  @TempDir private static Path folder;
  private static DataFolder data;
  private static Recipe recipe;
  private static byte[] trained;

  @BeforeAll
  static void train() throws IOException {
    data = TinyData.write(folder);
    recipe = Recipe.parse("tiny.yaml", TinyData.RECIPE, data);
    trained = new Trainer(data, line -> {}).train(recipe);
  }

  @Test
  void train_again_givesTheSameBytes() throws IOException {
    assertArrayEquals(trained, new Trainer(data, line -> {}).train(recipe));
  }

  @Test
  void train_tinyData_tellsRudeFromFriendly() throws IOException {
    TextModel model = TextModel.read("tiny", trained);
    assertEquals(
        List.of("rudeness", "threat"),
        model.outputs().stream().map(TextModel.Output::symbol).toList());
    for (int output = 0; output < 2; output++) {
      var scored = new Evaluation.Scored();
      for (LabelledText row : data.read(data.set("rude-dev.tsv.gz").orElseThrow())) {
        var grams = new Grams(new Normaliser().normalise(row.text()));
        scored.add(model.scores(grams)[output], recipe.outputs().get(output).isPositive(row));
      }
      assertTrue(scored.evaluate().rocAuc() > 0.99);
    }
  }
}
