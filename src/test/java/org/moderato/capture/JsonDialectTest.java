package org.moderato.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.comment.Author;
import org.moderato.comment.Page;
import org.moderato.comment.Submission;
import org.moderato.config.Site;

final class JsonDialectTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CapturedSite site;

  @BeforeEach
  void start() throws Exception {
    site = new CapturedSite(nested(), List.of(), comments -> Map.of());
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hello  | 201 | approved | Your comment is published.
          hold   | 202 | held     | Your comment is awaiting moderation.
          reject | 422 | rejected | Your comment was not accepted. It asks for it.
          fail   | 202 | held     | Your comment is awaiting moderation.
          """)
  void judged(String text, int status, String word, String message) throws Exception {
    HttpResponse<String> answer = post(json(text));
    JsonNode json = MAPPER.readTree(answer.body());
    assertEquals(status, answer.statusCode());
    assertEquals(word, json.path("status").asText());
    assertEquals(message, json.path("message").asText());
    assertEquals("application/json", header(answer, "Content-Type"));
    assertEquals("no-store", header(answer, "Cache-Control"));
    assertTrue(site.comments().find(json.path("id").asText()).isPresent());
  }

  @Test
  void approved_tellsWhereItStands() throws Exception {
    JsonNode json = MAPPER.readTree(post(json("hello")).body());
    assertEquals("/opinion/queues#comment-" + json.path("id").asText(), json.path("url").asText());
  }

  @Test
  void submission_hasEveryPartWhereItBelongs() throws Exception {
    String id = MAPPER.readTree(post(json("hello")).body()).path("id").asText();
    assertEquals(
        new Submission(
            "api",
            new Page("7", "/opinion/queues", "opinion"),
            "",
            new Author("Ada", "ada@example.org", "https://example.org", "203.0.113.9"),
            "hello",
            CapturedSite.NOW),
        site.comments().find(id).orElseThrow().comment().submission());
  }

  @Test
  void refused_namesTheSitesOwnFields() throws Exception {
    HttpResponse<String> answer = post("{\"post\":7}");
    assertEquals(400, answer.statusCode());
    assertEquals(
        MAPPER.readTree(
            """
            {"status":"error",
             "message":"Some things are missing or wrong, so your comment was not sent yet.",
             "fields":{"comment.text":"Please enter your comment!",
                       "by.name":"Please enter your name here",
                       "by.mail":"Please enter your email address here"}}
            """),
        MAPPER.readTree(answer.body()));
  }

  @Test
  void refused_oneProblem_isTheMessage() throws Exception {
    HttpResponse<String> answer = post(json(" "));
    assertEquals(
        "Please enter your comment!", MAPPER.readTree(answer.body()).path("message").asText());
  }

  @Test
  void storeGone_is503_withRetryAfter() throws Exception {
    site.database().close();
    HttpResponse<String> answer = post(json("hello"));
    assertEquals(503, answer.statusCode());
    assertEquals("60", header(answer, "Retry-After"));
    assertEquals(
        MAPPER.readTree(
            """
            {"status":"error",
             "message":"Your comment could not be saved just now, and nobody has received it. \
            Please send it again in a minute.",
             "fields":{}}
            """),
        MAPPER.readTree(answer.body()));
  }

  private HttpResponse<String> post(String json) throws Exception {
    return site.send(
        site.request("/api/comments/new")
            .header("Content-Type", "application/json")
            .header("Referer", "http://localhost:" + site.port() + "/opinion/queues?utm=1#top")
            .header("X-Forwarded-For", "198.51.100.4, 203.0.113.9")
            .method("PUT", BodyPublishers.ofString(json)));
  }

  private static String json(String text) {
    return """
        {"post":7,"parent":0,"comment":{"text":"%s"},
         "by":{"name":"Ada","mail":"ada@example.org","site":"https://example.org"}}
        """
        .formatted(text);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static Site nested() {
    return new Site(
        "api",
        List.of("en"),
        false,
        List.of("/api/comments/*"),
        List.of("POST", "PUT"),
        new Site.Fields("comment.text", "by.name", "by.mail", "by.site", "post", "parent"),
        List.of(Site.Part.BODY, Site.Part.NAME, Site.Part.EMAIL),
        StandardCharsets.UTF_8,
        CapturedSite.MAX_BODY,
        CapturedSite.MAX_COMMENT,
        false,
        Map.of("/opinion/*", "opinion"));
  }
}
