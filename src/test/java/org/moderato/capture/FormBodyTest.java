package org.moderato.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the readers of bodies have in common: any bytes are read or refused, and nothing else. */
final class FormBodyTest {
  private static final int ROUNDS = 3000;

  /** Reads a body of some type. */
  private interface Reader {
    Form.Body read(byte[] body) throws RefusedException;
  }

  static Stream<Arguments> readers() {
    var form = ContentType.parse("application/x-www-form-urlencoded");
    var parts = ContentType.parse("multipart/form-data; boundary=x");
    var json = ContentType.parse("application/json");
    return Stream.of(
        Arguments.of(
            "form",
            (Reader) b -> UrlEncoded.body(b, form, UTF_8),
            "a=%41+%c3%a4&_charset_=utf-8&b"),
        Arguments.of(
            "multipart",
            (Reader) b -> Multipart.body(b, parts, UTF_8),
            """
            --x\r
            Content-Disposition: form-data; name="a"; filename="\\"b"\r
            Content-Type: text/plain;charset=utf-8\r
            \r
            ä\r
            --x\r
            Content-Disposition: form-data; name=b\r
            \r
            c\r
            --x--\r
            """),
        Arguments.of(
            "JSON",
            (Reader) b -> Json.body(b, json),
            "{\"a\":{\"b\":[1,\"\\ud83d\\ude00\",null]},\"c\":-1.5e3,\"d\":\"ä\",\"e\":true}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readers")
  void body_damagedAnyhow_isReadSoundlyOrRefused(String type, Reader reader, String sample) {
    var random = new Random(20_261_123);
    byte[] good = sample.getBytes(UTF_8);
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] body = damaged(good, random);
      try {
        assertSound(reader.read(body).fields());
        read++;
      } catch (RefusedException refused) {
        assertTrue(refused.refusal().status() >= 400);
      }
    }
    assertTrue(read > 0 && read < ROUNDS, type + ": some of each, read " + read);
  }

  @Test
  void form_keepsOrderAndDuplicates() throws RefusedException {
    var body =
        UrlEncoded.body(
            "b=1&a=2&b=%C3%A4+%2B&&c&=d".getBytes(ISO_8859_1), ContentType.parse(null), UTF_8);
    assertEquals("{b=[1, ä +], a=[2], c=[], =[d]}", body.fields().toString());
  }

  @Test
  void json_flattensObjectsByDots() throws RefusedException {
    var body =
        Json.body(
            "{\"a\":{\"b\":\"c\",\"d\":{\"e\":1}},\"f\":[{\"g\":2}],\"h\":null}".getBytes(UTF_8),
            ContentType.parse("application/json"));
    assertEquals(Map.of("a.b", List.of("c"), "a.d.e", List.of("1")), body.fields());
  }

  @Test
  void json_dottedNameBesideNestedOne_countsAsTwice() throws RefusedException {
    var body =
        Json.body(
            "{\"a.b\":\"c\",\"a\":{\"b\":\"d\"}}".getBytes(UTF_8),
            ContentType.parse("application/json"));
    assertEquals(Map.of("a.b", List.of("c", "d")), body.fields());
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] body = good.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(body.length);
      if (random.nextBoolean()) {
        body[at] = (byte) random.nextInt(256);
      } else {
        body[at] = good[random.nextInt(good.length)];
      }
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body;
  }

  private static void assertSound(Map<String, List<String>> fields) throws RefusedException {
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      Characters.check(field.getKey());
      for (String value : field.getValue()) {
        Characters.check(value);
      }
    }
  }
}
