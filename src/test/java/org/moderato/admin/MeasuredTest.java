package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.rule.Measure;

final class MeasuredTest {
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.83     | >= | 0.7      | 0.83, at least 0.70         | 83  | 70
          1        | >  | 0.7      | 1.00, more than 0.70        | 100 | 70
          0        | <  | 0.5      | 0.00, less than 0.50        | 0   | 50
          0.5      | <= | 1        | 0.50, at most 1.00          | 50  | 100
          0.99951  | >= | 0.9995   | 0.99951, at least 0.99950   | 100 | 100
          0.7      | >= | 0.7      | 0.70, at least 0.70         | 70  | 70
          0.6999   | <  | 0.7      | 0.6999, less than 0.7000    | 70  | 70
          5        | >  | 2        | 5, more than 2              | 80  | 32
          0        | <  | 3        | 0, less than 3              | 0   | 80
          0        | <= | 0        | 0, at most 0                | 0   | 0
          120000   | >= | 10000    | 120000, at least 10000      | 80  | 7
          """)
  void of_order(
      double value, String operator, double threshold, String words, int valueAt, int limitAt) {
    var measured = Measured.of(new Measure("x", value, operator, threshold));
    assertEquals(words, words(measured));
    assertEquals(true, measured.bar());
    assertEquals(valueAt, measured.valueAt());
    assertEquals(limitAt, measured.thresholdAt());
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({"0, ==, 0, '0, exactly 0'", "3, !=, 0, '3, other than 0'"})
  void of_equality_hasNoBar(double value, String operator, double threshold, String words) {
    var measured = Measured.of(new Measure("x", value, operator, threshold));
    assertEquals(words, words(measured));
    assertEquals(false, measured.bar());
  }

  private static String words(Measured m) {
    return m.value() + ", " + m.relation() + " " + m.threshold();
  }
}
