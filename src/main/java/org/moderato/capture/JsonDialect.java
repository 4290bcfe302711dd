package org.moderato.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.moderato.intake.Receipt;
import org.moderato.rule.Outcome;

/** Answers programs and scripts: the status tells, and a JSON object explains. */
final class JsonDialect implements Dialect {
  private static final JsonMapper MAPPER = new JsonMapper();

  @Override
  public void judged(Exchange exchange, Receipt receipt) throws IOException {
    Outcome outcome = receipt.verdict().outcome();
    var json = MAPPER.createObjectNode();
    json.put("id", receipt.comment().id());
    json.put(
        "status",
        switch (outcome) {
          case APPROVE -> "approved";
          case HOLD -> "held";
          case REJECT -> "rejected";
        });
    json.put("message", Answers.message(receipt));
    String page = exchange.pagePath();
    if (outcome == Outcome.APPROVE && !page.isEmpty()) {
      json.put("url", page + Answers.fragment(receipt));
    }
    send(exchange.response(), Answers.status(receipt), json);
  }

  @Override
  public void refused(Exchange exchange, Refusal refusal) throws IOException {
    var json = MAPPER.createObjectNode();
    json.put("status", "error");
    json.put("message", refusal.message());
    var fields = json.putObject("fields");
    refusal.problems().forEach((part, problem) -> fields.put(exchange.field(part), problem));
    Answers.explain(exchange.response(), refusal);
    send(exchange.response(), refusal.status(), json);
  }

  private static void send(HttpServletResponse response, int status, ObjectNode json)
      throws IOException {
    byte[] body = json.toString().getBytes(UTF_8);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(body);
  }
}
