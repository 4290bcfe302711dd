package org.moderato.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.moderato.capture.Pages;
import org.moderato.store.Database;
import org.moderato.store.StoreSettings;

/** A real desk: the servlet in an embedded Jetty, on a database in memory, at a time of our own. */
final class Desk {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final Duration SESSION = Duration.ofHours(8);
  static final String PASSWORD = "quiet harbour, two trams";

  /** The lowest cost that bcrypt knows, so that tests are quick. */
  static final Passwords PASSWORDS = new Passwords(4);

  private volatile Instant now = NOON;
  private final Clock clock = new HandClock();
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final Database database;
  private final FirstPassword firstPassword;
  private volatile RulesStatus rules =
      new RulesStatus(Optional.empty(), List.of(), Optional.empty());

  Desk(Path home, Set<String> trustedProxies) throws Exception {
    this(home, trustedProxies, "/");
  }

  /** Starts a desk in an application at {@code contextPath}. */
  Desk(Path home, Set<String> trustedProxies, String contextPath) throws Exception {
    database =
        Database.open(
            new StoreSettings(
                "jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", Duration.ofSeconds(10), 4),
            clock);
    firstPassword = new FirstPassword(home);
    var context = new ServletContextHandler(contextPath);
    context.setBaseResourceAsPath(Path.of("webapp").toAbsolutePath());
    var servlet =
        new DeskServlet(
            database,
            () -> rules,
            PASSWORDS,
            firstPassword,
            new DeskSettings(SESSION, trustedProxies),
            new Pages(TemplateEngine.createPrecompiled(ContentType.Html)),
            clock,
            new SecureRandom());
    var holder = new ServletHolder(servlet);
    DeskServlet.PATHS.forEach(path -> context.addServlet(holder, path));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
  }

  Database database() {
    return database;
  }

  FirstPassword firstPassword() {
    return firstPassword;
  }

  void setRules(RulesStatus status) {
    rules = status;
  }

  /** Moves the time. */
  void pass(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
  }

  /** Returns a browser without cookies. */
  Browser browser() {
    return new Browser();
  }

  /** Returns the browser of somebody who is signed in. */
  Browser signedIn(String name) throws Exception {
    if (database.people().find(name).isEmpty()) {
      database.people().create(name, PASSWORDS.hash(PASSWORD));
    }
    var browser = browser();
    var answer = browser.signIn(name, PASSWORD);
    if (answer.statusCode() != 303) {
      throw new AssertionError("cannot sign in: " + answer.statusCode());
    }
    return browser;
  }

  void stop() throws Exception {
    server.stop();
    database.close();
  }

  /** A browser that keeps cookies and follows nothing by itself. */
  final class Browser {
    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpResponse<String> send(HttpRequest request) throws Exception {
      return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    HttpResponse<String> get(String path) throws Exception {
      return send(HttpRequest.newBuilder(url(path)).build());
    }

    /** Returns a page that answers with 200. */
    Document page(String path) throws Exception {
      var answer = get(path);
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + " answers " + answer.statusCode());
      }
      return Jsoup.parse(answer.body(), url(path).toString());
    }

    /** Posts fields as they are. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
      return send(
          HttpRequest.newBuilder(url(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(encode(fields)))
              .build());
    }

    /** Sends the form of a page that posts to {@code action}, with some fields filled in. */
    HttpResponse<String> submit(String path, String action, Map<String, String> filled)
        throws Exception {
      return submit(page(path), action, filled);
    }

    HttpResponse<String> submit(Document page, String action, Map<String, String> filled)
        throws Exception {
      var form = page.selectFirst("form[action=" + action + "]");
      if (form == null) {
        throw new AssertionError("no form to " + action + " on\n" + page);
      }
      var fields = new HashMap<String, String>();
      form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.val()));
      fields.putAll(filled);
      return post(action, fields);
    }

    HttpResponse<String> signIn(String name, String password) throws Exception {
      return submit("/desk/sign-in", "/desk/sign-in", Map.of("name", name, "password", password));
    }

    private String encode(Map<String, String> fields) throws IOException {
      var parts = new ArrayList<String>();
      fields.forEach(
          (name, value) ->
              parts.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8)));
      return parts.stream().collect(joining("&"));
    }
  }

  private final class HandClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
