package org.moderato.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.moderato.config.Site;
import org.moderato.intake.Intake;
import org.moderato.rule.Outcome;
import org.moderato.rule.Reason;
import org.moderato.store.Comments;
import org.moderato.store.Database;
import org.moderato.store.StoreSettings;
import org.moderato.verdict.Judge;
import org.moderato.verdict.Verdict;

/**
 * A site with the filter in front of it, in a real server on a port of its own, with a database in
 * memory, a judge that does what the comment asks for, and ears on everything that is logged.
 */
public final class CapturedSite implements AutoCloseable {
  public static final String FORM_PATH = "/wp-comments-post.php";
  public static final int MAX_BODY = 128 * 1024;
  public static final int MAX_COMMENT = 5000;
  public static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");

  /** Rejects what has the word "reject" in it, holds "hold", fails at "fail", approves the rest. */
  public static final Judge JUDGE =
      (typed, facts) -> {
        if (typed.contains("fail")) {
          throw new IllegalStateException("cannot judge: " + typed);
        }
        Outcome outcome =
            typed.contains("reject")
                ? Outcome.REJECT
                : typed.contains("hold") ? Outcome.HOLD : Outcome.APPROVE;
        var reason =
            new Reason(
                "asked", "a.yaml", 1, outcome, "It asks for it.", false, List.of(), List.of());
        return new Verdict(outcome, List.of(reason), List.of(), "r1", "m1");
      };

  private final Server server = new Server(0);
  private final Database database =
      Database.open(
          new StoreSettings("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", Duration.ofSeconds(2), 1),
          Clock.fixed(NOW, ZoneOffset.UTC));
  private final HttpClient client = HttpClient.newHttpClient();
  private final StringWriter log = new StringWriter();
  private final Logger root = Logger.getLogger("");
  private final List<Handler> others = List.of(root.getHandlers());
  private final Handler ears = new Ears(new PrintWriter(log));

  /**
   * Starts a site.
   *
   * @param site how the filter reads it
   * @param hosts who shows its pages
   * @param behind makes the application behind the filter, by path
   */
  public CapturedSite(
      Site site,
      List<? extends HostedSite> hosts,
      Function<Comments, Map<String, ? extends HttpServlet>> behind)
      throws Exception {
    others.forEach(root::removeHandler);
    root.addHandler(ears);
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var intake = new Intake(JUDGE, database.comments(), clock, new Random(1));
    var filter =
        new CaptureFilter(
            List.of(site),
            hosts,
            intake,
            tokens(),
            pages(),
            new ClientAddress(List.of("127.0.0.1")),
            clock);
    var context = new ServletContextHandler("/");
    context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
    behind
        .apply(database.comments())
        .forEach((path, servlet) -> context.addServlet(new ServletHolder(servlet), path));
    server.setHandler(context);
    server.start();
  }

  /** A site like WordPress, whose approved comments stay with Moderato or go on. */
  public static Site wordpress(boolean forwards) {
    return new Site(
        "courier",
        List.of("en"),
        false,
        List.of(FORM_PATH),
        List.of("POST"),
        Site.Fields.WORDPRESS,
        List.of(Site.Part.BODY, Site.Part.NAME),
        UTF_8,
        MAX_BODY,
        MAX_COMMENT,
        forwards,
        Map.of("/opinion/*", "opinion"));
  }

  public static Pages pages() {
    return new Pages(TemplateEngine.createPrecompiled(ContentType.Html));
  }

  public static AuthorTokens tokens() {
    return new AuthorTokens(new byte[32]);
  }

  public int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  public URI uri(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  public Database database() {
    return database;
  }

  public Comments comments() {
    return database.comments();
  }

  /** Returns all that was logged so far, with stack traces. */
  public String log() {
    return log.toString();
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> post(String type, byte[] body, String... headers) throws Exception {
    var request = request(FORM_PATH).POST(BodyPublishers.ofByteArray(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  public HttpResponse<String> postForm(String body, String... headers) throws Exception {
    return post(org.moderato.capture.ContentType.FORM, body.getBytes(UTF_8), headers);
  }

  /** Sends bytes that no client would send, and returns the status line and what follows it. */
  public String raw(String request) throws IOException {
    try (var socket = new Socket("localhost", port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
    database.close();
    root.removeHandler(ears);
    others.forEach(root::addHandler);
  }

  private static final class Ears extends Handler {
    private final PrintWriter heard;

    Ears(PrintWriter heard) {
      this.heard = heard;
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord logged) {
      heard.println(logged.getLevel() + " " + logged.getMessage());
      if (logged.getThrown() != null) {
        logged.getThrown().printStackTrace(heard);
      }
    }

    @Override
    public void flush() {
      heard.flush();
    }

    @Override
    public void close() {
      heard.close();
    }
  }
}
