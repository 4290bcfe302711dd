package org.moderato.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moderato.admin.Samples.id;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.check.Finding;
import org.moderato.comment.Author;
import org.moderato.comment.Comment;
import org.moderato.comment.Page;
import org.moderato.comment.Submission;
import org.moderato.config.Place;
import org.moderato.config.Problem;
import org.moderato.rule.Measure;
import org.moderato.rule.Outcome;
import org.moderato.rule.Reason;
import org.moderato.text.Span;
import org.moderato.verdict.Verdict;

/** Whatever a reader, a rule file or a moderator wrote is shown as text, on every page. */
final class EscapingTest {
  private static final List<String> PAGES =
      List.of(
          "/desk",
          "/desk?done=" + id(1),
          "/desk/comments/" + id(1),
          "/desk/published",
          "/desk/rejected",
          "/desk/rules",
          "/desk/audit",
          "/desk/account");

  /** The elements that the templates themselves write; anything else came from data. */
  private static final Set<String> OURS =
      Set.of(
          "#root",
          "html",
          "head",
          "meta",
          "title",
          "link",
          "body",
          "a",
          "header",
          "nav",
          "ul",
          "li",
          "ol",
          "span",
          "div",
          "form",
          "input",
          "button",
          "main",
          "h1",
          "h2",
          "p",
          "article",
          "section",
          "aside",
          "bdi",
          "time",
          "mark",
          "details",
          "summary",
          "strong",
          "b",
          "svg",
          "rect",
          "dl",
          "dt",
          "dd",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "blockquote",
          "label");

  @TempDir private Path home;
  private Desk desk;

  @BeforeEach
  void start() throws Exception {
    desk = new Desk(home, Set.of());
  }

  @AfterEach
  void stop() throws Exception {
    desk.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg/onload=alert(1)>",
        "\" onmouseover=\"alert(1)\" x=\"",
        "</title></textarea></style><script>alert(1)</script>",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example/x",
        "/\\evil.example",
        "${7*7} #{7*7} {{7*7}} <%= 7*7 %> @template.desk.queue()",
        "<!-- --><iframe srcdoc='<script>alert(1)</script>'>",
        "&lt;script&gt; &#60;script&#62; &amp;",
        "<a href=\"javascript:alert(1)\">x</a>",
        "\u202Egnp.exe \u2066 \u200B <base href=//evil.example>",
        "<form action=//evil.example><button>Approve</button>",
      })
  void show_anyField_isText(String attack) throws Exception {
    record(attack);
    var eva = desk.signedIn("Eva");
    eva.submit("/desk", "/desk/comments/" + id(1) + "/reject", Map.of("note", attack));
    desk.setRules(
        new RulesStatus(
            Optional.of(new RulesStatus.Book(attack, Desk.NOON, List.of(attack))),
            List.of(new Problem(new Place(attack, 1, 1), attack)),
            Optional.of(Desk.NOON)));
    int shown = 0;
    for (String path : PAGES) {
      var page = eva.page(path);
      assertHarmless(page);
      shown += page.text().contains(asJsoupReads(attack)) ? 1 : 0;
    }
    assertTrue(shown >= 4, "shown as it is on " + shown + " pages");
    var comment = eva.page("/desk/comments/" + id(1));
    assertEquals(0, comment.select("[href*=evil],[action*=evil],base").size());
  }

  @Test
  void show_personWithAHostileName_isText() throws Exception {
    String name = "<img src=x onerror=alert(1)>";
    record("plain");
    var hostile = desk.signedIn(name);
    hostile.submit("/desk", "/desk/comments/" + id(1) + "/reject", Map.of());
    for (String path : PAGES) {
      var page = hostile.page(path);
      assertHarmless(page);
      assertEquals(name, page.select(".me > a").text());
    }
  }

  @Test
  void show_nameOfTenThousandCharacters_isWholeOnce() throws Exception {
    String name = "x".repeat(10_000);
    record(name);
    var eva = desk.signedIn("Eva");
    assertEquals(name, eva.page("/desk").select(".card h2").text());
    assertEquals("Comment by " + name, eva.page("/desk/comments/" + id(1)).select("h1").text());
  }

  @Test
  void show_text_keepsItsLinesAndSpaces() throws Exception {
    String text = "  first\n\n\tsecond  line \r\nthird";
    record(text);
    var page = desk.signedIn("Eva").get("/desk").body();
    assertTrue(page.contains(">" + text + "</div>"), page);
  }

  private void record(String words) {
    var submission =
        new Submission(
            words,
            new Page(words, words, words),
            words,
            new Author(words, words, words, words),
            words,
            Desk.NOON);
    var reasons =
        List.of(
            new Reason(
                words,
                words,
                1,
                Outcome.HOLD,
                words,
                false,
                List.of(new Measure(words, 0.5, words, 0.4)),
                List.of()),
            new Reason(words, words, 1, Outcome.HOLD, words, true, List.of(), List.of()));
    var findings = List.of(new Finding(words, 1, new Span(0, 1), words));
    desk.database()
        .comments()
        .record(
            new Comment(id(1), submission),
            new Verdict(Outcome.HOLD, reasons, findings, words, words));
  }

  /** White space in one piece, and none of the characters that jsoup's text leaves out. */
  private static String asJsoupReads(String text) {
    return text.replace("\u200B", "").replaceAll("\\s+", " ").strip();
  }

  private static void assertHarmless(Document page) {
    for (Element element : page.getAllElements()) {
      assertTrue(OURS.contains(element.tagName()), () -> "from data: " + element);
      element
          .attributes()
          .forEach(
              attribute -> {
                String key = attribute.getKey();
                assertFalse(
                    key.startsWith("on") || key.equals("style") || key.equals("srcdoc"),
                    () -> "from data: " + element);
              });
      for (String link : List.of("href", "action", "src")) {
        String target = element.attr(link);
        assertTrue(
            target.isEmpty() || target.startsWith("#") || target.matches("/([^/\\\\].*)?"),
            () -> "leads away: " + element);
      }
    }
  }
}
