package org.moderato.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Reads JSON Lines: one object a line, blank lines left out. */
final class JsonRows implements Rows {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Lines lines;
  private final List<String> members;

  /**
   * @param members the members that a comment may stand in; the first that is there wins
   */
  JsonRows(Lines lines, List<String> members) {
    this.lines = lines;
    this.members = List.copyOf(members);
  }

  @Override
  public Optional<Row> next() throws IOException {
    Optional<Lines.Line> line = lines.next();
    while (line.isPresent() && line.get().error().isEmpty() && line.get().text().isBlank()) {
      line = lines.next();
    }
    return line.map(this::row);
  }

  private Row row(Lines.Line line) {
    if (!line.error().isEmpty()) {
      return Row.broken(line.number(), line.error());
    }
    try {
      return row(line.number(), MAPPER.readTree(line.text()));
    } catch (JsonProcessingException e) {
      // The parser's own words would quote the comment.
      return Row.broken(line.number(), "not valid JSON at column " + e.getLocation().getColumnNr());
    }
  }

  private Row row(long line, JsonNode object) {
    if (!object.isObject()) {
      return Row.broken(line, "wanted a JSON object");
    }
    Optional<String> member = members.stream().filter(object::has).findFirst();
    if (member.isEmpty()) {
      return Row.broken(line, "no member '" + String.join("', '", members) + "'");
    }
    JsonNode text = object.get(member.get());
    if (!text.isTextual()) {
      return Row.broken(line, "member '" + member.get() + "' is no string");
    }
    var labels = new HashMap<String, Boolean>();
    for (String label : Header.LABEL_COLUMNS) {
      Optional.ofNullable(object.get(label))
          .flatMap(JsonRows::label)
          .ifPresent(yes -> labels.put(label, yes));
    }
    return new Row(line, text.textValue(), labels, "");
  }

  private static Optional<Boolean> label(JsonNode node) {
    return node.isBoolean() ? Optional.of(node.booleanValue()) : Header.label(node.asText());
  }
}
