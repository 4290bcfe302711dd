package org.moderato.deployed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person at a browser without JavaScript: reads pages, fills in their forms, keeps cookies. */
final class Visitor {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();

  /**
   * Makes a visitor who has no cookies yet.
   *
   * @param address the server's, without a slash at the end
   */
  Visitor(URI address) {
    this.address = address;
  }

  /** Returns somebody else at the same server, who has no cookies. */
  Visitor stranger() {
    return new Visitor(address);
  }

  /** Returns a page and fails unless its status is 200. */
  Document page(String path) throws IOException, InterruptedException {
    var response = send(HttpRequest.newBuilder(address.resolve(path)).GET());
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + "\n" + response.body());
    }
    return Jsoup.parse(response.body(), response.uri().toString());
  }

  int status(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)).GET()).statusCode();
  }

  /**
   * Sends a form as it stands on its page, with some fields filled in.
   *
   * @return the page that comes of it, behind redirects
   */
  Document submit(Element form, Map<String, String> typed)
      throws IOException, InterruptedException {
    var fields = new LinkedHashMap<String, String>();
    for (Element field : form.select("input[name], textarea[name]")) {
      fields.put(field.attr("name"), field.val());
    }
    fields.putAll(typed);
    String body =
        fields.entrySet().stream()
            .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
            .collect(joining("&"));
    var response =
        send(
            HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    return Jsoup.parse(response.body(), response.uri().toString());
  }

  /** Posts a comment with the form on the front page and returns what the reader sees then. */
  Document comment(String author, String text) throws IOException, InterruptedException {
    return submit(page("/").expectFirst("#commentform"), Map.of("author", author, "comment", text));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(
        request.header("Accept", "text/html").timeout(PATIENCE).build(),
        BodyHandlers.ofString(UTF_8));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
