package org.moderato.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServlet;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.capture.CapturedSite;
import org.moderato.intake.Intake;
import org.moderato.rule.Outcome;
import org.moderato.store.Comments;
import org.moderato.store.StoredComment;

final class ArticleServletTest {
  private static final String XSS = "\"'></textarea><script>alert(1)</script><img src=x onerror=a>";

  private final Newspaper paper = new Newspaper("courier");
  private CapturedSite site;

  @BeforeEach
  void start() throws Exception {
    site = new CapturedSite(CapturedSite.wordpress(false), List.of(paper), this::servlets);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/opinion/the-queue"})
  void get_showsArticleAndWordPressForm(String path) throws Exception {
    Document page = page(get(path));
    Element form = page.expectFirst("form#commentform[method=post][novalidate]");
    assertEquals("/wp-comments-post.php", form.attr("action").replace("#respond", ""));
    for (String field : List.of("comment", "author", "email", "url")) {
      assertEquals(1, form.select("[name=" + field + "]").size(), field);
      assertEquals(1, form.select("label[for=" + field + "]").size(), field);
    }
    assertEquals(paper.at(path).orElseThrow().id(), form.select("[name=comment_post_ID]").val());
    assertEquals("0", form.select("[name=comment_parent]").val());
    assertEquals(0, page.select("script, style, [style], [required]").size());
    assertEquals(1, page.select("h1").size());
  }

  @Test
  void post_approved_appearsUnderTheArticle() throws Exception {
    HttpResponse<String> answer = post("comment=Good+morning&author=Ada&url=https://ada.example");
    assertEquals(302, answer.statusCode());
    String id = only(Outcome.APPROVE).comment().id();
    assertEquals("/#comment-" + id, location(answer));
    Element letter = page(get("/")).expectFirst("#comment-" + id);
    assertEquals("Good morning", letter.select(".body").text());
    assertEquals("nofollow ugc noopener", letter.select(".author a").attr("rel"));
    assertFalse(get("/opinion/the-queue").body().contains("Good morning"));
  }

  @Test
  void post_held_tellsTheAuthorOnly() throws Exception {
    HttpResponse<String> answer = post("comment=please+hold+me&author=Ada");
    String id = only(Outcome.HOLD).comment().id();
    assertEquals(302, answer.statusCode());
    assertTrue(location(answer).startsWith("/?comment=" + id + "&token="), location(answer));
    assertTrue(location(answer).endsWith("#respond"), location(answer));
    Document page = page(get(location(answer).replace("#respond", "")));
    assertEquals(
        "Your comment is awaiting moderation. please hold me", page.select("[role=status]").text());
    assertEquals(0, page.select(".letter").size());
    assertFalse(get("/?comment=" + id + "&token=x").body().contains("please hold me"));
    assertFalse(get("/?comment=" + id).body().contains("please hold me"));
    String elsewhere = location(answer).replace("/?", "/opinion/the-queue?");
    assertFalse(get(elsewhere.replace("#respond", "")).body().contains("please hold me"));
  }

  @Test
  void post_heldThenApproved_tellsTheAuthor() throws Exception {
    String back = location(post("comment=please+hold+me&author=Ada")).replace("#respond", "");
    StoredComment held = only(Outcome.HOLD);
    site.comments().decide(held.comment().id(), Outcome.APPROVE, "mod", "", held.version());
    assertEquals("Your comment is published.", page(get(back)).select("[role=status]").text());
  }

  @Test
  void post_heldThenRejected_keepsTheModeratorsNoteAtTheDesk() throws Exception {
    String back = location(post("comment=please+hold+me&author=Ada")).replace("#respond", "");
    StoredComment held = only(Outcome.HOLD);
    site.comments().decide(held.comment().id(), Outcome.REJECT, "mod", "a bore", held.version());
    Document page = page(get(back));
    assertEquals(
        "Our editors decided not to publish your comment.", page.select("[role=alert]").text());
    assertFalse(page.html().contains("a bore"));
  }

  @Test
  void post_rejected_givesReasonAndTextBack() throws Exception {
    HttpResponse<String> answer =
        post("comment=reject+me&author=Ada&email=a@b.c&url=https://ada.example");
    assertEquals(302, answer.statusCode());
    Document page = page(get(location(answer).replace("#respond", "")));
    assertEquals(
        "Your comment was not accepted. It asks for it.", page.select("[role=alert]").text());
    assertEquals("reject me", page.select("textarea").val().strip());
    assertEquals("Ada", page.select("[name=author]").val());
    assertEquals("a@b.c", page.select("[name=email]").val());
    assertEquals("https://ada.example", page.select("[name=url]").val());
  }

  @Test
  void post_missing_is400_withMessagesBesideTheFieldsAndAllThatWasTyped() throws Exception {
    HttpResponse<String> answer = post("comment=+&author=&email=a@b.c");
    Document page = page(answer);
    assertEquals(400, answer.statusCode());
    assertEquals("Please enter your comment!", page.select("#comment-problem").text());
    assertEquals("Please enter your name here", page.select("#author-problem").text());
    assertEquals("comment-problem", page.select("textarea").attr("aria-describedby"));
    assertEquals("true", page.select("[name=author]").attr("aria-invalid"));
    assertEquals("a@b.c", page.select("[name=email]").val());
    assertEquals("1", page.select("[name=comment_post_ID]").val());
  }

  @Test
  void post_storeGone_is503_andKeepsTheText() throws Exception {
    site.database().close();
    HttpResponse<String> answer = post("comment=long+thought&author=Ada");
    Document page = page(answer);
    assertEquals(503, answer.statusCode());
    assertEquals("60", answer.headers().firstValue("Retry-After").orElse(""));
    assertTrue(page.select("[role=alert]").text().startsWith("Your comment could not be saved"));
    assertEquals("long thought", page.select("textarea").val().strip());
    assertTrue(page.select("h1").text().contains("Swing Bridge"));
  }

  @Test
  void get_storeGone_showsTheArticle() throws Exception {
    site.database().close();
    HttpResponse<String> answer = get("/");
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("comments cannot be shown just now"), answer::body);
  }

  @Test
  void post_unknownPage_isRefused() throws Exception {
    HttpResponse<String> answer = site.postForm("comment=b&author=A&comment_post_ID=99");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("There is no such page."), answer::body);
  }

  @Test
  void reply_worksByLink() throws Exception {
    post("comment=first&author=Ada");
    String first = only(Outcome.APPROVE).comment().id();
    String link = page(get("/")).select(".act a").attr("href");
    assertEquals("/?reply=" + first + "#respond", link);
    Document page = page(get(link.replace("#respond", "")));
    assertEquals("Reply to Ada", page.select("#respond-title").text());
    assertEquals(first, page.select("[name=comment_parent]").val());
    post("comment=second&author=Bob&comment_parent=" + first);
    assertEquals("second", page(get("/")).select(".replies .body").text());
  }

  @Test
  void reply_toNothing_isAPlainForm() throws Exception {
    Document page = page(get("/?reply=nothing"));
    assertEquals("Leave a comment", page.select("#respond-title").text());
    assertEquals("0", page.select("[name=comment_parent]").val());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hold ", "reject "})
  void hostileText_staysText(String what) throws Exception {
    String hostile = URLEncoder.encode(what + XSS, StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        post("comment=" + hostile + "&author=" + hostile + "&email=" + hostile + "&url=" + hostile);
    Document page = page(get(location(answer).replaceFirst("#.*", "")));
    assertEquals(0, page.select("script, img, [onerror]").size(), page::html);
    assertTrue(page.text().contains("alert(1)") || page.select("textarea").val().contains(XSS));
  }

  @Test
  void otherMethods_areNotAllowed() throws Exception {
    HttpResponse<String> form = get(CapturedSite.FORM_PATH);
    assertEquals(405, form.statusCode());
    assertEquals("POST", form.headers().firstValue("Allow").orElse(""));
    var post = site.request("/").POST(BodyPublishers.ofString("comment=b"));
    assertEquals(405, site.send(post).statusCode());
  }

  @Test
  void headers_letNothingInFromElsewhere() throws Exception {
    var headers = get("/").headers();
    assertEquals(
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        headers.firstValue("Content-Security-Policy").orElse(""));
    assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
    assertEquals("same-origin", headers.firstValue("Referrer-Policy").orElse(""));
  }

  @Test
  void firstComments_goThroughTheIntake() throws Exception {
    var clock = Clock.fixed(CapturedSite.NOW, ZoneOffset.UTC);
    var intake = new Intake(CapturedSite.JUDGE, site.comments(), clock, new Random(1));
    FirstComments.submitTo(intake, paper, clock);
    assertEquals("3 comments", page(get("/")).select("#letters-title").text());
    assertEquals(1, page(get("/")).select(".replies .letter").size());
    assertEquals("One comment", page(get("/opinion/the-queue")).select("#letters-title").text());
  }

  private Map<String, HttpServlet> servlets(Comments comments) {
    var servlets = new HashMap<String, HttpServlet>();
    var site = CapturedSite.wordpress(false);
    for (String mapping : paper.mappings()) {
      servlets.put(
          mapping,
          new ArticleServlet(
              paper, site, comments, CapturedSite.tokens(), CapturedSite.pages(), ZoneOffset.UTC));
    }
    servlets.put(CapturedSite.FORM_PATH, new FormPathServlet(site.methods()));
    return servlets;
  }

  private HttpResponse<String> get(String path) throws Exception {
    return site.send(site.request(path));
  }

  private HttpResponse<String> post(String form) throws Exception {
    return site.postForm(form + "&comment_post_ID=1");
  }

  private StoredComment only(Outcome state) {
    List<StoredComment> stored = site.comments().inState(state, "", 2);
    assertEquals(1, stored.size());
    return stored.get(0);
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
