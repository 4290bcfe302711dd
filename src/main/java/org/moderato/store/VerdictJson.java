package org.moderato.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.moderato.check.Finding;
import org.moderato.rule.Measure;
import org.moderato.rule.Reason;
import org.moderato.text.Span;

/**
 * A verdict's reasons and findings as JSON.
 *
 * <p>Names are written out here rather than taken from the records: what is stored outlives a
 * renaming. A place in the text is {@code [start, end]}, in UTF-16 units, end exclusive.
 */
final class VerdictJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonFactory FACTORY = MAPPER.getFactory();

  private VerdictJson() {}

  static String ofReasons(List<Reason> reasons) {
    return write(
        json -> {
          for (Reason reason : reasons) {
            json.writeStartObject();
            json.writeStringField("rule", reason.rule());
            json.writeStringField("file", reason.file());
            json.writeNumberField("line", reason.line());
            json.writeStringField("then", reason.then().word());
            json.writeStringField("because", reason.because());
            json.writeBooleanField("shadow", reason.shadow());
            json.writeArrayFieldStart("measures");
            for (Measure measure : reason.measures()) {
              json.writeStartObject();
              json.writeStringField("symbol", measure.symbol());
              json.writeNumberField("value", measure.value());
              json.writeStringField("operator", measure.operator());
              json.writeNumberField("threshold", measure.threshold());
              json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("marks");
            for (Span mark : reason.marks()) {
              write(json, mark);
            }
            json.writeEndArray();
            json.writeEndObject();
          }
        });
  }

  static String ofFindings(List<Finding> findings) {
    return write(
        json -> {
          for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringField("symbol", finding.symbol());
            json.writeNumberField("score", finding.score());
            json.writeFieldName("where");
            write(json, finding.where());
            json.writeStringField("detail", finding.detail());
            json.writeEndObject();
          }
        });
  }

  static List<Reason> toReasons(String json) {
    var reasons = new ArrayList<Reason>();
    for (JsonNode node : read(json)) {
      var measures = new ArrayList<Measure>();
      for (JsonNode measure : node.required("measures")) {
        measures.add(
            new Measure(
                measure.required("symbol").textValue(),
                number(measure.required("value")),
                measure.required("operator").textValue(),
                number(measure.required("threshold"))));
      }
      var marks = new ArrayList<Span>();
      node.required("marks").forEach(mark -> marks.add(span(mark)));
      reasons.add(
          new Reason(
              node.required("rule").textValue(),
              node.required("file").textValue(),
              node.required("line").intValue(),
              CommentRow.outcome(node.required("then").textValue()),
              node.required("because").textValue(),
              node.required("shadow").booleanValue(),
              measures,
              marks));
    }
    return reasons;
  }

  static List<Finding> toFindings(String json) {
    var findings = new ArrayList<Finding>();
    for (JsonNode node : read(json)) {
      findings.add(
          new Finding(
              node.required("symbol").textValue(),
              number(node.required("score")),
              span(node.required("where")),
              node.required("detail").textValue()));
    }
    return findings;
  }

  private static void write(JsonGenerator json, Span span) throws IOException {
    json.writeArray(new int[] {span.start(), span.end()}, 0, 2);
  }

  private static Span span(JsonNode node) {
    return new Span(node.required(0).intValue(), node.required(1).intValue());
  }

  /** Reads a number; JSON has no infinity, so Jackson writes it as a string. */
  private static double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Double.parseDouble(node.textValue());
  }

  private static String write(Items items) {
    var text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartArray();
      items.writeTo(json);
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Items {
    void writeTo(JsonGenerator json) throws IOException;
  }
}
