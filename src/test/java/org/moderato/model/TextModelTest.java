package org.moderato.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;
import org.junit.jupiter.api.Test;
import org.moderato.text.Normaliser;

final class TextModelTest {
  private static final String[] NAMES = {"b:", "c:oo", "w:fool", "w:you fool"};
  private static final double[] WEIGHTS = {-1, 0.25, 4, 1.5};

  @Test
  void read_whatWasWritten_isTheSame() throws IOException {
    TextModel model = TextModel.read("m", file());
    assertEquals("m-en", model.name());
    assertEquals("en", model.language());
    assertEquals("name: m-en\n", model.recipe());
    assertEquals(64, model.digest().length());
    assertEquals("rudeness", model.outputs().get(0).symbol());
    assertEquals("How rude = it is.", model.outputs().get(0).meaning());
    assertEquals(new Calibration(2, -0.5), model.outputs().get(0).calibration());
  }

  @Test
  void scores_ofATextWithoutKnownGrams_areThePriors() throws IOException {
    double[] scores = TextModel.read("m", file()).scores(grams(""));
    assertEquals(new Calibration(2, -0.5).score(-1), scores[0], 1e-9);
  }

  @Test
  void byRun_knownWords_pointsAtThem() throws IOException {
    double[] runs = TextModel.read("m", file()).byRun(grams("oh you fool !"), 0);
    assertEquals(0, runs[0]);
    assertEquals(0, runs[1]);
    assertTrue(runs[2] > 1);
    assertEquals(0, runs[3]);
  }

  @Test
  void read_cutOffAnywhere_namesTheFile() throws IOException {
    byte[] file = file();
    for (int length = 0; length < file.length; length += 7) {
      byte[] cut = Arrays.copyOf(file, length);
      var e = assertThrows(ModelException.class, () -> TextModel.read("m.model", cut));
      assertTrue(e.toString().contains(": m.model is "), e.toString());
    }
  }

  @Test
  void read_alteredAnywhere_namesTheFile() throws IOException {
    byte[] file = file();
    for (int at = 0; at < file.length; at += 3) {
      byte[] altered = file.clone();
      altered[at] ^= 0x10;
      var e = assertThrows(ModelException.class, () -> TextModel.read("m.model", altered));
      assertTrue(e.toString().contains(": m.model is "), e.toString());
    }
  }

  @Test
  void read_anotherFormat_saysSo() {
    var e =
        assertThrows(
            ModelException.class,
            () -> TextModel.read("m.model", "moderato model 9\nxxxxx".repeat(9).getBytes(UTF_8)));
    assertEquals("m.model is no model of this version of Moderato", e.getMessage());
  }

  private static byte[] file() throws IOException {
    var contexts = new Context[NAMES.length];
    for (int i = 0; i < contexts.length; i++) {
      contexts[i] = new Context(new int[] {1}, new double[] {WEIGHTS[i]});
    }
    var model = new QNModel(contexts, NAMES, new String[] {"0", Scorer.YES});
    var output = new TextModel.Output("rudeness", "How rude = it is.", new Calibration(2, -0.5));
    return TextModel.write("m-en", "en", "name: m-en\n", List.of(output), List.of(model));
  }

  private static Grams grams(String typed) {
    return new Grams(new Normaliser().normalise(typed));
  }
}
