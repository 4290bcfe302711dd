package org.moderato.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.moderato.rule.Outcome;

/** What readers, scripts and attackers send, and what each gets for it. */
final class BadInputTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final String MULTIPART = "multipart/form-data; boundary=xxx";

  /** Stands in every comment of these tests, and must stand in no log. */
  private static final String MARK = "zanzibar";

  private static CapturedSite site;

  @BeforeAll
  static void start() throws Exception {
    site =
        new CapturedSite(
            CapturedSite.wordpress(false),
            List.of(),
            comments -> Map.of(CapturedSite.FORM_PATH, new Behind()));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"texts", "encodings", "fields", "json", "multiparts", "types"})
  void post(String why, String type, byte[] body, int status) throws Exception {
    var answer = site.post(type, body);
    assertEquals(status, answer.statusCode(), () -> answer.body() + site.log());
    assertFalse(answer.body().contains("Exception"), answer::body);
    assertFalse(answer.body().contains("\tat "), answer::body);
    assertFalse(site.log().contains(MARK), site::log);
    if (status >= 400) {
      assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    }
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        form("empty comment", "", 400),
        form("blanks", " \t\r\n\u00a0\u2003\u3000", 400),
        form("zero-width characters only", "\u200b\u200c\u200d\u2060\ufeff", 400),
        form("bidirectional controls only", "\u202a\u202e\u2066\u2069\u200f", 400),
        form("only emoji", "😀👩‍👩‍👧‍👦🇺🇳", 302),
        form("only combining marks", "\u0301\u0302\u0489", 302),
        form("bidirectional controls in a text", "a \u202e" + MARK + "\u202c b", 302),
        form("exactly the longest comment", "x".repeat(CapturedSite.MAX_COMMENT), 302),
        form("one more", "x".repeat(CapturedSite.MAX_COMMENT + 1), 413),
        form("longest comment in emoji", "😀".repeat(CapturedSite.MAX_COMMENT), 302),
        form("one emoji more", "😀".repeat(CapturedSite.MAX_COMMENT + 1), 413),
        form("1 MB of text", MARK.repeat(1024 * 1024 / 8), 413),
        form("10,000 links", "http://zanzibar.example ".repeat(10_000), 413),
        form("as many links as fit", "http://a.example ".repeat(290), 302),
        form("NUL in the comment", MARK + "\0", 400),
        form("other control characters", MARK + "\u0001\u001b[31m\u007f", 302),
        form("a script", "<script>alert('" + MARK + "')</script>", 302),
        form("a template", "${7*7} @if(true) {{7*7}} <%= 7*7 %> #{7*7}", 302),
        form("a rejected script", "reject <script>alert('" + MARK + "')</script>", 422),
        form("a judge that fails", "fail " + MARK, 202));
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        bytes("a byte that is no UTF-8", FORM, "author=A&comment=caf%E9+" + MARK, 400),
        bytes("an overlong NUL", FORM, "author=A&comment=" + MARK + "%C0%80", 400),
        bytes("an encoded surrogate", FORM, "author=A&comment=" + MARK + "%ED%A0%80", 400),
        bytes("a raw byte that is no UTF-8", FORM, "author=A&comment=caf\u00e9 " + MARK, 400),
        bytes("the same byte as Latin-1", FORM + ";charset=latin1", "author=A&comment=caf%E9", 302),
        bytes("the form says Latin-1", FORM, "author=A&comment=caf%E9&_charset_=iso-8859-1", 302),
        bytes(
            "header against form",
            FORM + ";charset=utf-8",
            "author=A&comment=%E9&_charset_=iso-8859-1",
            400),
        bytes("a charset nobody knows", FORM + ";charset=klingon", "author=A&comment=b", 415),
        bytes("a form's charset nobody knows", FORM, "author=A&comment=b&_charset_=klingon", 415),
        bytes(
            "a charset with an illegal name", FORM + ";charset=\"a b\"", "author=A&comment=b", 415),
        bytes(
            "a form in UTF-16",
            FORM,
            new String("author=A&comment=b".getBytes(UTF_16), ISO_8859_1),
            400),
        bytes("a percent sign alone", FORM, "author=A&comment=100%", 400),
        bytes("half an escape", FORM, "author=A&comment=100%4", 400),
        bytes("an escape that is none", FORM, "author=A&comment=%zz", 400),
        bytes("an escape of old scripts", FORM, "author=A&comment=%u0041", 400),
        bytes("an escape that ends with the field", FORM, "comment=a%4&author=A", 400),
        bytes("a broken escape in another field", FORM, "author=A&comment=b&x=%zz", 400),
        bytes("NUL in another field's name", FORM, "author=A&comment=b&x%00=1", 400));
  }

  static Stream<Arguments> fields() {
    String good = "author=A&comment=b";
    return Stream.of(
        bytes("nothing at all", FORM, "", 400),
        bytes("no comment", FORM, "author=A", 400),
        bytes("no name", FORM, "comment=" + MARK, 400),
        bytes("a blank name", FORM, "comment=b&author=%E2%80%8B", 400),
        bytes("only signs", FORM, "&&==&=&", 400),
        bytes("comment twice", FORM, good + "&comment=" + MARK, 400),
        bytes("comment twice, the same", FORM, good + "&comment=b", 400),
        bytes("name twice", FORM, good + "&author=B", 400),
        bytes("another field twice", FORM, good + "&x=1&x=2", 302),
        bytes("a name of 245", FORM, "comment=b&author=" + "n".repeat(245), 302),
        bytes("a name of 246", FORM, "comment=b&author=" + "n".repeat(246), 400),
        bytes("a name of 10,000", FORM, "comment=b&author=" + "n".repeat(10_000), 400),
        bytes("an e-mail address of 100", FORM, good + "&email=" + "n".repeat(100), 302),
        bytes("an e-mail address of 101", FORM, good + "&email=" + "n".repeat(101), 400),
        bytes("a web site of 200", FORM, good + "&url=" + "n".repeat(200), 302),
        bytes("a web site of 201", FORM, good + "&url=" + "n".repeat(201), 400),
        bytes("a page of 200", FORM, good + "&comment_post_ID=" + "n".repeat(200), 302),
        bytes("a page of 201", FORM, good + "&comment_post_ID=" + "n".repeat(201), 400),
        bytes("a parent of 200", FORM, good + "&comment_parent=" + "n".repeat(200), 302),
        bytes("a parent of 201", FORM, good + "&comment_parent=" + "n".repeat(201), 400),
        bytes("1,000 fields", FORM, good + more(998), 302),
        bytes("1,001 fields", FORM, good + more(999), 400),
        bytes("10,000 fields", FORM, good + more(9998), 400),
        bytes(
            "a script in every field",
            FORM,
            good.replace("=", "=%3Cscript%3E")
                + "&email=%3Cscript%3E&url=javascript:alert(1)&comment_post_ID=%22%3E%3Cscript%3E&comment_parent='",
            302));
  }

  static Stream<Arguments> json() {
    String deep = "[".repeat(100_000);
    return Stream.of(
        bytes("a good one", JSON, "{\"author\":\"A\",\"comment\":\"b\"}", 201),
        bytes("a held one", JSON, "{\"author\":\"A\",\"comment\":\"hold\"}", 202),
        bytes("a rejected one", JSON, "{\"author\":\"A\",\"comment\":\"reject\"}", 422),
        bytes("nothing", JSON, "", 400),
        bytes("blanks", JSON, "  ", 400),
        bytes("a list", JSON, "[]", 400),
        bytes("a text", JSON, "\"" + MARK + "\"", 400),
        bytes("null", JSON, "null", 400),
        bytes("an empty object", JSON, "{}", 400),
        bytes("broken off", JSON, "{\"author\":\"A\",\"comment\":\"" + MARK, 400),
        bytes("more behind the end", JSON, "{\"author\":\"A\",\"comment\":\"b\"} {}", 400),
        bytes(
            "a name twice",
            JSON,
            "{\"author\":\"A\",\"comment\":\"b\",\"comment\":\"" + MARK + "\"}",
            400),
        bytes(
            "a list for the comment",
            JSON,
            "{\"author\":\"A\",\"comment\":[\"" + MARK + "\"]}",
            400),
        bytes(
            "an object for the comment",
            JSON,
            "{\"author\":\"A\",\"comment\":{\"x\":\"" + MARK + "\"}}",
            400),
        bytes("null for the comment", JSON, "{\"author\":\"A\",\"comment\":null}", 400),
        bytes(
            "a number for the page",
            JSON,
            "{\"author\":\"A\",\"comment\":\"b\",\"comment_post_ID\":7}",
            201),
        bytes(
            "half a surrogate pair",
            JSON,
            "{\"author\":\"A\",\"comment\":\"" + MARK + "\\ud83d\"}",
            400),
        bytes(
            "the other half", JSON, "{\"author\":\"A\",\"comment\":\"" + MARK + "\\ude00x\"}", 400),
        bytes("a whole pair", JSON, "{\"author\":\"A\",\"comment\":\"\\ud83d\\ude00\"}", 201),
        bytes("NUL", JSON, "{\"author\":\"A\",\"comment\":\"" + MARK + "\\u0000\"}", 400),
        bytes(
            "NUL deep in a list",
            JSON,
            "{\"author\":\"A\",\"comment\":\"b\",\"x\":[{\"y\":\"\\u0000\"}]}",
            400),
        bytes(
            "nested 31 deep",
            JSON,
            "{\"author\":\"A\",\"comment\":\"b\",\"x\":" + "[".repeat(31) + "]".repeat(31) + "}",
            201),
        bytes(
            "nested 32 deep",
            JSON,
            "{\"author\":\"A\",\"comment\":\"b\",\"x\":" + "[".repeat(32) + "]".repeat(32) + "}",
            400),
        bytes("nested without end", JSON, deep.substring(0, 60_000), 400),
        bytes(
            "too large",
            JSON,
            "{\"author\":\"A\",\"comment\":\"" + MARK.repeat(10_000) + "\"}",
            413),
        bytes(
            "10,000 members",
            JSON,
            "{"
                + IntStream.range(0, 6000)
                    .mapToObj(i -> "\"" + i + "\":1")
                    .collect(Collectors.joining(","))
                + "}",
            400),
        bytes(
            "a huge number",
            JSON,
            "{\"author\":\"A\",\"comment\":\"b\",\"x\":" + "9".repeat(20_000) + "}",
            400),
        bytes(
            "a number with a huge exponent",
            JSON,
            "{\"author\":\"A\",\"comment\":\"b\",\"x\":1e999999999}",
            201),
        bytes("a byte that is no UTF-8", JSON, "{\"author\":\"A\",\"comment\":\"\u00e9\"}", 400),
        bytes("a form that calls itself JSON", JSON, "author=A&comment=b", 400));
  }

  static Stream<Arguments> multiparts() {
    String name = part("author", "A");
    return Stream.of(
        bytes("a good one", MULTIPART, name + part("comment", "b") + "--xxx--\r\n", 302),
        bytes("no boundary", "multipart/form-data", name, 400),
        bytes("an empty boundary", "multipart/form-data; boundary=", name, 400),
        bytes("another boundary", "multipart/form-data; boundary=yyy", name, 400),
        bytes("broken off in a value", MULTIPART, name + part("comment", MARK), 400),
        bytes("broken off in a header", MULTIPART, name + "--xxx\r\nContent-Disp", 400),
        bytes("nothing", MULTIPART, "", 400),
        bytes("only an end", MULTIPART, "--xxx--\r\n", 400),
        bytes(
            "a part without a name",
            MULTIPART,
            name + "--xxx\r\nContent-Disposition: form-data\r\n\r\nb\r\n--xxx--",
            400),
        bytes("a part without a header", MULTIPART, name + "--xxx\r\n\r\nb\r\n--xxx--", 400),
        bytes("a header that is none", MULTIPART, name + "--xxx\r\nhello\r\n\r\nb\r\n--xxx--", 400),
        bytes(
            "a header of 10,000",
            MULTIPART,
            name + "--xxx\r\nX: " + "x".repeat(10_000) + "\r\n\r\nb\r\n--xxx--",
            400),
        bytes(
            "comment twice",
            MULTIPART,
            name + part("comment", "b") + part("comment", "c") + "--xxx--",
            400),
        bytes(
            "the comment as a file",
            MULTIPART,
            name
                + "--xxx\r\nContent-Disposition: form-data; name=\"comment\"; filename=\"c.txt\"\r\n\r\nb\r\n--xxx--",
            400),
        bytes(
            "the comment and a file of that name",
            MULTIPART,
            name
                + part("comment", "b")
                + "--xxx\r\nContent-Disposition: form-data; name=\"comment\"; filename=\"c.txt\"\r\n\r\nb\r\n--xxx--",
            400),
        bytes(
            "a file beside the comment",
            MULTIPART,
            name
                + part("comment", "b")
                + "--xxx\r\nContent-Disposition: form-data; name=\"f\"; filename=\"c.bin\"\r\n\r\n\0\u00ff\r\n--xxx--",
            302),
        bytes(
            "a byte that is no UTF-8",
            MULTIPART,
            name + part("comment", "\u00e9") + "--xxx--",
            400),
        bytes(
            "the form says Latin-1",
            MULTIPART,
            name + part("_charset_", "latin1") + part("comment", "\u00e9") + "--xxx--",
            302),
        bytes(
            "a part says Latin-1",
            MULTIPART,
            name
                + "--xxx\r\nContent-Disposition: form-data; name=comment\r\nContent-Type: text/plain;charset=latin1\r\n\r\n\u00e9\r\n--xxx--",
            302),
        bytes("NUL in a value", MULTIPART, name + part("comment", MARK + "\0") + "--xxx--", 400),
        bytes("1,001 parts", MULTIPART, name.repeat(1001) + "--xxx--", 400),
        bytes(
            "a boundary of 10,000",
            "multipart/form-data; boundary=" + "x".repeat(5000),
            name,
            400));
  }

  static Stream<Arguments> types() {
    String body = "author=A&comment=" + MARK;
    return Stream.of(
        bytes("no type", "", body, 415),
        bytes("plain text", "text/plain", body, 415),
        bytes("XML", "application/xml", "<comment/>", 415),
        bytes("a type that is none", "hello", body, 415),
        bytes("upper case", "APPLICATION/X-WWW-FORM-URLENCODED", body, 302));
  }

  @Test
  void post_duplicateInTheQuery_isRefused() throws Exception {
    var request =
        site.request(CapturedSite.FORM_PATH + "?comment=" + MARK)
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString("author=A&comment=b"));
    assertEquals(400, site.send(request).statusCode());
  }

  @Test
  void post_compressed_isRefused() throws Exception {
    assertEquals(415, site.postForm("author=A&comment=b", "Content-Encoding", "gzip").statusCode());
  }

  @Test
  void post_unsupportedType_saysWhichAreSupported() throws Exception {
    var answer = site.post("text/plain", new byte[0]);
    assertEquals(
        "application/x-www-form-urlencoded, multipart/form-data, application/json",
        answer.headers().firstValue("Accept").orElse(""));
  }

  @Test
  void post_tooLongWithoutSayingSo_isRefused() throws Exception {
    String chunk = "author=A&comment=" + "x".repeat(CapturedSite.MAX_BODY);
    String answer =
        site.raw(
            """
            POST /wp-comments-post.php HTTP/1.1\r
            Host: localhost\r
            Connection: close\r
            Content-Type: application/x-www-form-urlencoded\r
            Transfer-Encoding: chunked\r
            \r
            %x\r
            %s\r
            0\r
            \r
            """
                .formatted(chunk.length(), chunk));
    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
  }

  @Test
  void post_shorterThanItSays_isRefused() throws Exception {
    String answer =
        site.raw(
            """
            POST /wp-comments-post.php HTTP/1.1\r
            Host: localhost\r
            Connection: close\r
            Content-Type: application/x-www-form-urlencoded\r
            Content-Length: 1000\r
            \r
            author=A&comment=%s"""
                .formatted(MARK));
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertFalse(site.log().contains(MARK), site::log);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("elsewhere")
  void post_redirectElsewhere_staysHere(String field, String referrer, String location)
      throws Exception {
    String body = "author=A&comment=b&redirect_to=" + URLEncoder.encode(field, UTF_8);
    var answer =
        site.postForm(body, "Referer", referrer.replace("HERE", "http://localhost:" + site.port()));
    assertEquals(302, answer.statusCode());
    String to = answer.headers().firstValue("Location").orElse("");
    assertEquals(location, to.replaceFirst("#comment-.*", ""));
  }

  static Stream<Arguments> elsewhere() {
    return Stream.of(
        Arguments.of("", "HERE/trams?p=7", "/trams?p=7"),
        Arguments.of("/thanks", "HERE/trams", "/thanks"),
        Arguments.of("https://evil.example/", "HERE/trams", "/trams"),
        Arguments.of("//evil.example/", "HERE/trams", "/trams"),
        Arguments.of("/\\evil.example/", "HERE/trams", "/trams"),
        Arguments.of("\\\\evil.example", "HERE/trams", "/trams"),
        Arguments.of("/%0d%0aSet-Cookie:a=b", "HERE/trams", "/%0d%0aSet-Cookie:a=b"),
        Arguments.of("/a\r\nSet-Cookie: a=b", "HERE/trams", "/trams"),
        Arguments.of("javascript:alert(1)", "HERE/trams", "/trams"),
        Arguments.of("http:evil.example", "HERE/trams", "/trams"),
        Arguments.of("http:///evil.example", "HERE/trams", "/trams"),
        Arguments.of("trams", "https://evil.example/trams", "/"),
        Arguments.of("", "http://localhost.evil.example/trams", "/"),
        Arguments.of("", "http://user@localhost/trams", "/"),
        Arguments.of("", "HERE//evil.example", "/"),
        Arguments.of("", "about:blank", "/"),
        Arguments.of("", "%zz", "/"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void otherMethods_passTheFilter(String method) throws Exception {
    var body = BodyPublishers.ofString("author=A&comment=b");
    var answer = site.send(site.request(CapturedSite.FORM_PATH).method(method, body));
    assertEquals("behind: " + method, answer.body());
  }

  static Stream<String> methods() {
    return Stream.of("GET", "PUT", "DELETE", "PATCH", "BREW");
  }

  @Test
  void post_rejectedScript_comesBackAsText() throws Exception {
    String script = "reject </textarea><script>alert(1)</script>";
    String quote = "\"><img src=x onerror=alert(1)>";
    var answer =
        site.postForm(
            "comment="
                + URLEncoder.encode(script, UTF_8)
                + "&author="
                + URLEncoder.encode(quote, UTF_8)
                + "&"
                + URLEncoder.encode(quote, UTF_8)
                + "="
                + URLEncoder.encode(quote, UTF_8));
    var page = Jsoup.parse(answer.body());
    assertEquals(0, page.select("script, img, [onerror]").size(), answer::body);
    assertEquals(script, page.select("textarea[name=comment]").val().strip());
    assertEquals(quote, page.select("input[name=author]").val());
  }

  @Test
  void everyAnswer_wasGivenWithoutAServerError_andNothingWasApprovedByFailure() {
    assertTrue(
        site.comments().inState(Outcome.APPROVE, "", 1000).stream()
            .noneMatch(stored -> stored.comment().submission().body().contains("fail")));
  }

  /** The application behind the filter: it tells which method reached it. */
  private static final class Behind extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getOutputStream().print("behind: " + request.getMethod());
    }
  }

  private static String part(String name, String value) {
    return "--xxx\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }

  private static String more(int fields) {
    return IntStream.range(0, fields).mapToObj(i -> "&f" + i).collect(Collectors.joining());
  }

  private static Arguments form(String why, String comment, int status) {
    return bytes(why, FORM, "author=A&comment=" + URLEncoder.encode(comment, UTF_8), status);
  }

  /** Makes a row; each character of {@code body} stands for a byte. */
  private static Arguments bytes(String why, String type, String body, int status) {
    return Arguments.of(why, type, body.getBytes(ISO_8859_1), status);
  }
}
