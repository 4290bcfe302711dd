package org.moderato.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.config.ConfigException;

final class RecipeTest {
  @TempDir private static Path folder;
  private static DataFolder data;

  @BeforeAll
  static void writeData() throws IOException {
    data = TinyData.write(folder);
  }

  @Test
  void parse_wholeRecipe_hasEverything() {
    Recipe recipe = Recipe.parse("tiny.yaml", TinyData.RECIPE, data);
    assertEquals("tiny-en", recipe.name());
    assertEquals(0.1, recipe.l2());
    assertEquals(Set.of('w', 'c', 's', 'b'), recipe.kinds());
    assertEquals("threat", recipe.outputs().get(1).label());
    var calm = recipe.outputs().get(1).ingredients().get(1);
    assertEquals("not stated", calm.set().terms());
    assertEquals(0.5, calm.weight());
    assertEquals(true, calm.negative());
    assertEquals(TinyData.RECIPE, recipe.source());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          calm.tsv.gz     | clam.tsv.gz     | tiny.yaml:18:16: unknown set 'clam.tsv.gz'; did you mean 'calm.tsv.gz'?
          calm.tsv.gz     | kept.tsv.gz     | tiny.yaml:18:16: kept.tsv.gz is for 'measure', not for training; CC BY-NC-SA 4.0: measure only, never train
          calm.tsv.gz     | rude-dev.tsv.gz | tiny.yaml:18:16: rude-dev.tsv.gz is for 'dev', not for training; CC0-1.0
          weight: 0.5     | weight: much    | tiny.yaml:18:53: weight must be a number from 0 such as 0.5, was 'much'
          iterations: 20  | iterations: 0   | tiny.yaml:5:13: iterations must be a whole number from 1 to 1000, was '0'
          l2: 0.1         | l3: 0.1         | tiny.yaml:6:1: unknown key 'l3'; did you mean 'l2'?
          name: tiny-en   | ''              | tiny.yaml:2:1: 'name' is missing
          min-texts: 2    | grams: [wrods]  | tiny.yaml:4:9: grams are words, pieces and shape, found 'wrods'
          """)
  void parse_mistake_isReportedWithItsPlace(String right, String wrong, String message) {
    String text = TinyData.RECIPE.replaceFirst(right, wrong == null ? "" : wrong);
    var e = assertThrows(ConfigException.class, () -> Recipe.parse("tiny.yaml", text, data));
    assertEquals(message, e.getMessage());
  }

  @Test
  void parse_outputWithoutCalibration_isReported() {
    String text = TinyData.RECIPE.replace("rude.tsv.gz, calibrate: true", "rude.tsv.gz");
    var e = assertThrows(ConfigException.class, () -> Recipe.parse("tiny.yaml", text, data));
    assertEquals(2, e.problems().size());
    assertEquals(
        "tiny.yaml:12:7: wanted at least one set with 'calibrate: true'",
        e.problems().get(0).toString());
  }
}
