package org.moderato.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderato.rule.Outcome;

/** What readers of a site see whose pages another application shows. */
final class AnswerPageTest {
  private CapturedSite site;

  @BeforeEach
  void start() throws Exception {
    site = new CapturedSite(CapturedSite.wordpress(false), List.of(), comments -> Map.of());
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void approved_goesBackToThePage() throws Exception {
    HttpResponse<String> answer = post("author=A&comment=b&comment_post_ID=7");
    String id = site.comments().published("courier", "7", 2).get(0).comment().id();
    assertEquals(302, answer.statusCode());
    assertEquals("/trams?p=7#comment-" + id, header(answer, "Location"));
  }

  @Test
  void held_is202_withTheTextAndNoForm() throws Exception {
    HttpResponse<String> answer = post("author=A&comment=hold+%3Cb%3E");
    Document page = Jsoup.parse(answer.body());
    assertEquals(202, answer.statusCode());
    assertEquals("Your comment is awaiting moderation.", page.select("[role=status]").text());
    assertEquals("hold <b>", page.select("blockquote").text());
    assertEquals(0, page.select("form").size());
    assertEquals("/trams?p=7", page.select(".back a").attr("href"));
  }

  @Test
  void rejected_is422_withAFormThatCanBeSentAgain() throws Exception {
    HttpResponse<String> answer =
        post("author=A&email=a@b.c&comment=%0Areject+this&comment_post_ID=7&nonce=n&x=1&x=2");
    Document page = Jsoup.parse(answer.body());
    assertEquals(422, answer.statusCode());
    assertEquals(
        "Your comment was not accepted. It asks for it.", page.select("[role=alert]").text());
    Element form = page.expectFirst("form[method=post]");
    assertEquals("/wp-comments-post.php", form.attr("action"));
    assertEquals("A", form.select("input[name=author]").val());
    assertEquals("a@b.c", form.select("input[name=email]").val());
    assertEquals("7", form.select("input[type=hidden][name=comment_post_ID]").val());
    assertEquals("n", form.select("input[type=hidden][name=nonce]").val());
    assertEquals(List.of("1", "2"), form.select("input[type=hidden][name=x]").eachAttr("value"));
  }

  @Test
  void missing_is400_withTheMessagesAtTheirFields() throws Exception {
    HttpResponse<String> answer = post("comment=&author=");
    Document page = Jsoup.parse(answer.body());
    assertEquals(400, answer.statusCode());
    assertProblem("Please enter your comment!", page, "textarea[name=comment]");
    assertProblem("Please enter your name here", page, "input[name=author]");
  }

  @Test
  void storeGone_is503_withRetryAfterAndTheTextInTheForm() throws Exception {
    site.database().close();
    HttpResponse<String> answer = post("author=A&comment=long+thought");
    assertEquals(503, answer.statusCode());
    assertEquals("60", header(answer, "Retry-After"));
    assertEquals(
        "long thought", Jsoup.parse(answer.body()).select("textarea[name=comment]").val().strip());
  }

  @Test
  void unreadable_hasNoFormButAWord() throws Exception {
    HttpResponse<String> answer = post("comment=%zz");
    Document page = Jsoup.parse(answer.body());
    assertEquals(400, answer.statusCode());
    assertEquals(0, page.select("form").size());
    assertTrue(page.text().contains("go back one page"), page::text);
  }

  @Test
  void style_isTheOneThatThePolicyNames() throws Exception {
    HttpResponse<String> answer = post("comment=&author=");
    String style = Jsoup.parse(answer.body()).expectFirst("style").data();
    String hash =
        Base64.getEncoder()
            .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
    assertEquals(
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
            + " style-src 'sha256-"
            + hash
            + "'",
        header(answer, "Content-Security-Policy"));
  }

  @Test
  void refused_nothingIsStored() throws Exception {
    post("comment=&author=");
    for (Outcome state : Outcome.values()) {
      assertEquals(0, site.comments().count(state));
    }
  }

  private HttpResponse<String> post(String form) throws Exception {
    return site.postForm(form, "Referer", site.uri("/trams?p=7").toString());
  }

  private static void assertProblem(String problem, Document page, String field) {
    String id = page.select(field).attr("aria-describedby");
    assertEquals(problem, page.select("#" + id).text());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
