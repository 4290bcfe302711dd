package org.moderato.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Tells balancers and operators how the product is, in JSON.
 *
 * <p>{@code /health/live} is 200 as long as requests are served at all: restart what does not
 * answer it. {@code /health/ready} asks every part, and is 200 if all are ready, else 503: send no
 * readers to what is not ready.
 */
public final class HealthServlet extends HttpServlet {
  /** Where to map it. */
  public static final List<String> PATHS = List.of("/health/live", "/health/ready");

  private static final Logger LOG = System.getLogger(HealthServlet.class.getName());
  private static final JsonMapper MAPPER = new JsonMapper();

  private final transient List<Probe> probes;

  public HealthServlet(List<Probe> probes) {
    this.probes = List.copyOf(probes);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().equals("/health/ready")) {
      ready(response);
    } else {
      send(response, true, MAPPER.createObjectNode());
    }
  }

  private void ready(HttpServletResponse response) throws IOException {
    var parts = MAPPER.createObjectNode();
    boolean all = true;
    for (Probe probe : probes) {
      Probe.Answer answer = ask(probe);
      all &= answer.ready();
      parts.putObject(probe.name()).put("ready", answer.ready()).put("detail", answer.detail());
    }
    var json = MAPPER.createObjectNode();
    json.set("parts", parts);
    send(response, all, json);
  }

  private static Probe.Answer ask(Probe probe) {
    try {
      return probe.question().get();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, () -> "cannot tell whether " + probe.name() + " is ready", e);
      return new Probe.Answer(false, "cannot tell; the log says why");
    }
  }

  private static void send(HttpServletResponse response, boolean well, ObjectNode json)
      throws IOException {
    json.put("status", well ? "up" : "down");
    byte[] body = json.toString().getBytes(UTF_8);
    response.setStatus(
        well ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(body);
  }
}
