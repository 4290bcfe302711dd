package org.moderato.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.moderato.check.Finding;
import org.moderato.rule.Reason;
import org.moderato.verdict.Verdict;

/** Writes what became of an entry as one line of JSON. Thread-safe. */
final class JsonLine {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int DIGITS = 4;

  private final Set<String> scores;

  /**
   * @param scores the symbols that stand under {@code scores}; others are only under {@code
   *     findings}
   */
  JsonLine(Set<String> scores) {
    this.scores = Set.copyOf(scores);
  }

  /** Returns the object, without a line end. */
  String write(Judged judged) {
    var text = new StringWriter(256);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("line", judged.row().line());
      if (judged.verdict().isPresent()) {
        writeVerdict(json, judged, judged.verdict().get());
      } else {
        json.writeStringField("error", judged.row().error());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void writeVerdict(JsonGenerator json, Judged judged, Verdict verdict) throws IOException {
    json.writeStringField("verdict", verdict.outcome().word());
    json.writeFieldName("language");
    if (judged.language().isPresent()) {
      json.writeString(judged.language().get());
    } else {
      json.writeNull();
    }
    json.writeObjectFieldStart("scores");
    for (var score : highest(verdict).entrySet()) {
      writeScore(json, score.getKey(), score.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("reasons");
    for (Reason reason : verdict.reasons()) {
      writeReason(json, reason);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (Finding finding : verdict.findings()) {
      writeFinding(json, finding);
    }
    json.writeEndArray();
  }

  private Map<String, Double> highest(Verdict verdict) {
    var highest = new LinkedHashMap<String, Double>();
    for (Finding finding : verdict.findings()) {
      if (scores.contains(finding.symbol())) {
        highest.merge(finding.symbol(), finding.score(), Math::max);
      }
    }
    return highest;
  }

  private static void writeReason(JsonGenerator json, Reason reason) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", reason.rule());
    json.writeStringField("file", reason.file());
    json.writeNumberField("line", reason.line());
    json.writeStringField("because", reason.because());
    if (reason.shadow()) {
      json.writeBooleanField("shadow", true);
    }
    json.writeEndObject();
  }

  private static void writeFinding(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("symbol", finding.symbol());
    writeScore(json, "score", finding.score());
    json.writeNumberField("start", finding.where().start());
    json.writeNumberField("end", finding.where().end());
    json.writeEndObject();
  }

  private static void writeScore(JsonGenerator json, String name, double score) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(
        BigDecimal.valueOf(score)
            .setScale(DIGITS, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString());
  }
}
