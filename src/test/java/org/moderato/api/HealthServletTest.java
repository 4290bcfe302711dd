package org.moderato.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HealthServletTest {
  private final AtomicBoolean database = new AtomicBoolean(true);
  private final AtomicBoolean rulesFail = new AtomicBoolean(false);
  private final Server server = new Server(0);

  @BeforeEach
  void start() throws Exception {
    var probes =
        List.of(
            new Probe("database", () -> new Probe.Answer(database.get(), "")),
            new Probe("rules", this::rules));
    var context = new ServletContextHandler("/");
    HealthServlet.PATHS.forEach(
        path -> context.addServlet(new ServletHolder(new HealthServlet(probes)), path));
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void ready_allParts_is200() throws Exception {
    assertAnswer(
        200,
        """
        {"status":"up","parts":{"database":{"ready":true,"detail":""},
                                "rules":{"ready":true,"detail":"7 rules"}}}
        """,
        get("/health/ready"));
  }

  @Test
  void ready_onePartIsNot_is503AndTellsWhich() throws Exception {
    database.set(false);
    assertAnswer(
        503,
        """
        {"status":"down","parts":{"database":{"ready":false,"detail":""},
                                  "rules":{"ready":true,"detail":"7 rules"}}}
        """,
        get("/health/ready"));
  }

  @Test
  void ready_probeThrows_is503WithoutItsMessage() throws Exception {
    rulesFail.set(true);
    assertAnswer(
        503,
        """
        {"status":"down","parts":{"database":{"ready":true,"detail":""},
                                  "rules":{"ready":false,"detail":"cannot tell; the log says why"}}}
        """,
        get("/health/ready"));
  }

  @Test
  void live_nothingReady_isStill200() throws Exception {
    database.set(false);
    assertAnswer(200, "{\"status\":\"up\"}", get("/health/live"));
  }

  private Probe.Answer rules() {
    if (rulesFail.get()) {
      throw new IllegalStateException("jdbc:secret");
    }
    return new Probe.Answer(true, "7 rules");
  }

  private HttpResponse<String> get(String path) throws Exception {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    var uri = URI.create("http://localhost:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static void assertAnswer(int status, String json, HttpResponse<String> answer)
      throws Exception {
    var mapper = new ObjectMapper();
    assertEquals(mapper.readTree(json), mapper.readTree(answer.body()));
    assertEquals(status, answer.statusCode());
    assertEquals("application/json", answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
  }
}
