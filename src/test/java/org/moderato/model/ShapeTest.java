package org.moderato.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.check.LinkScanner;
import org.moderato.text.Normaliser;
import org.moderato.text.Text;

final class ShapeTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          call 020 7946 0000        | s:telephone     | true
          call 020-7946             | s:telephone     | false
          2026 was 1987 and 12      | s:telephone     | false
          only €20                  | s:money         | true
          only 20 euros             | s:money         | false
          50% off                   | s:per cent      | true
          write me@example.com      | s:e-mail        | true
          write me@example.com      | s:mention       | false
          ask @anna                 | s:mention       | true
          see http://t.me/x         | s:host t.me     | true
          see http://a.ru/x         | s:ending ru     | true
          a.com b.com c.com         | s:links 4       | true
          a.com b.com               | s:links 2       | true
          ＦＲＥＥ money            | s:odd letters 4 | true
          FREE money                | s:odd letters 0 | true
          AAAAA bbbbb               | s:capitals 5    | true
          wow!!!                    | s:exclamations 4 | true
          😀😀 hi                   | s:pictures 2    | true
          """)
  void of_feature(String typed, String feature, boolean there) {
    Text text = new Normaliser().normalise(typed);
    List<String> shapes = Shape.of(text, LinkScanner.scan(text), 0, text.folded().length());
    assertEquals(there, shapes.contains(feature), shapes.toString());
  }
}
