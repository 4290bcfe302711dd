package org.moderato.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON object (RFC 8259). Its texts, numbers and booleans become fields; those of nested
 * objects have dotted names. Arrays are looked through for characters that are not allowed, and
 * otherwise left to the application. A name that stands twice in an object is refused: readers of
 * JSON do not agree which of the two counts.
 */
final class Json {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_TOKENS = 10_000;
  private static final int MAX_NUMBER = 100;
  private static final int MAX_NAME = 1000;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxTokenCount(MAX_TOKENS)
                          .maxNumberLength(MAX_NUMBER)
                          .maxNameLength(MAX_NAME)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static Form.Body body(byte[] body, ContentType type) throws RefusedException {
    String text = Characters.decode(body, type.charset().orElse(UTF_8));
    JsonNode root = parse(text);
    if (!root.isObject()) {
      throw new RefusedException(Refusal.BAD_REQUEST, "A JSON object was expected.");
    }
    var fields = new LinkedHashMap<String, List<String>>();
    collect("", root, fields);
    Form.checkCount(fields.size());
    return new Form.Body(fields, List.of(), false);
  }

  private static JsonNode parse(String text) throws RefusedException {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new RefusedException(
          Refusal.BAD_REQUEST, "The JSON is broken, or nested deeper than a comment needs.");
    }
  }

  private static void collect(String name, JsonNode node, Map<String, List<String>> fields)
      throws RefusedException {
    if (node.isObject()) {
      for (var member : node.properties()) {
        Characters.check(member.getKey());
        String path = name.isEmpty() ? member.getKey() : name + "." + member.getKey();
        collect(path, member.getValue(), fields);
      }
    } else if (node.isArray()) {
      for (JsonNode element : node) {
        collect(name, element, new LinkedHashMap<>());
      }
    } else if (!node.isNull()) {
      String value = node.asText();
      Characters.check(value);
      fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
  }
}
