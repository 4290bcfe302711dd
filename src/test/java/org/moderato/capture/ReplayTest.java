package org.moderato.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.rule.Outcome;

/** What the application behind the filter sees of an approved comment: everything. */
final class ReplayTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=xxx";

  private static CapturedSite site;

  @BeforeAll
  static void start() throws Exception {
    site =
        new CapturedSite(
            CapturedSite.wordpress(true),
            List.of(),
            comments -> Map.of(CapturedSite.FORM_PATH, new Application()));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void parameters_queryBeforeBody_duplicatesInOrder() throws Exception {
    assertEquals(
        "a=[q1, b1, b2] comment=[zwölf] author=[A] empty=[] ",
        sent("parameters", "?a=q1", FORM, "a=b1&comment=zw%C3%B6lf&author=A&a=b2&empty"));
  }

  @Test
  void parameters_ofMultipart_areTheTextParts() throws Exception {
    assertEquals(
        "comment=[b] author=[A] ",
        sent("parameters", "", MULTIPART, part("comment", "b") + part("author", "A") + file()));
  }

  @Test
  void parameters_ofJson_areTheQuery() throws Exception {
    assertEquals(
        "a=[1] ",
        sent("parameters", "?a=1", "application/json", "{\"comment\":\"b\",\"author\":\"A\"}"));
  }

  @Test
  void parameter_isTheFirst_andNullWhereMissing() throws Exception {
    assertEquals("q1 null null", sent("parameter", "?a=q1", FORM, "a=b1&comment=b&author=A"));
  }

  @Test
  void parts_withFileBytesAndHeaders() throws Exception {
    assertEquals(
        """
        comment null null 1 b
        author null null 1 A
        f c.bin application/octet-stream 3 0,ff,a
        """,
        sent("parts", "", MULTIPART, part("comment", "b") + part("author", "A") + file()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream", "reader", "listener", "parameters then stream", "twice"})
  void body_isWhole(String how) throws Exception {
    String body = "comment=zw%C3%B6lf&author=A&a=b&a=c";
    assertEquals(how.equals("twice") ? body + body : body, sent(how, "", FORM, body));
  }

  @Test
  void body_ofChunkedRequest_hasItsLength() throws Exception {
    String body = "comment=b&author=A";
    var request =
        site.request(CapturedSite.FORM_PATH)
            .header("Content-Type", FORM)
            .header("Show", "length")
            .POST(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))));
    assertEquals("18 18", site.send(request).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hold", "reject", "fail"})
  void notApproved_neverArrives(String comment) throws Exception {
    var answer = site.postForm("author=A&comment=" + comment, "Show", "parameters");
    assertEquals(comment.equals("reject") ? 422 : 202, answer.statusCode());
  }

  @Test
  void approved_isStoredBeforeItArrives() throws Exception {
    int before = site.comments().count(Outcome.APPROVE);
    site.postForm("author=A&comment=b", "Show", "stream");
    assertEquals(before + 1, site.comments().count(Outcome.APPROVE));
  }

  private static String sent(String how, String query, String type, String body) throws Exception {
    var request =
        site.request(CapturedSite.FORM_PATH + query)
            .header("Content-Type", type)
            .header("Show", how)
            .POST(BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1)));
    var answer = site.send(request);
    assertEquals(200, answer.statusCode(), answer::body);
    return answer.body();
  }

  private static String part(String name, String value) {
    return "--xxx\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }

  private static String file() {
    return """
        --xxx\r
        Content-Disposition: form-data; name="f"; filename="c.bin"\r
        Content-Type: application/octet-stream\r
        \r
        \0\u00ff
        \r
        --xxx--\r
        """;
  }

  /** Shows what it was sent, in the way that the header asks for. */
  private static final class Application extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().print(show(request.getHeader("Show"), request));
    }

    private static String show(String how, HttpServletRequest request)
        throws IOException, ServletException {
      return switch (how) {
        case "parameters" -> parameters(request);
        case "parameter" ->
            request.getParameter("a")
                + " "
                + request.getParameter("none")
                + " "
                + Arrays.toString(request.getParameterValues("none"));
        case "parts" -> parts(request);
        case "stream" -> new String(request.getInputStream().readAllBytes(), UTF_8);
        case "reader" -> request.getReader().lines().collect(joining("\n"));
        case "listener" -> listen(request.getInputStream());
        case "parameters then stream" ->
            request.getParameter("comment").equals("zwölf") ? show("stream", request) : "";
        case "twice" -> show("stream", request) + show("reader", request);
        case "length" -> request.getContentLength() + " " + request.getContentLengthLong();
        default -> throw new IllegalArgumentException(how);
      };
    }

    private static String parameters(HttpServletRequest request) {
      var shown = new StringBuilder();
      for (String name : Collections.list(request.getParameterNames())) {
        List<String> values = List.of(request.getParameterValues(name));
        assertEquals(values, List.of(request.getParameterMap().get(name)));
        shown.append(name).append('=').append(values).append(' ');
      }
      return shown.toString();
    }

    private static String parts(HttpServletRequest request) throws IOException, ServletException {
      var shown = new StringBuilder();
      for (Part part : request.getParts()) {
        assertEquals(part, request.getPart(part.getName()));
        byte[] bytes = part.getInputStream().readAllBytes();
        shown.append(part.getName() + " " + part.getSubmittedFileName());
        shown.append(" " + part.getContentType() + " " + part.getSize() + " ");
        shown.append(part.getSubmittedFileName() == null ? new String(bytes, UTF_8) : hex(bytes));
        shown.append('\n');
      }
      return shown.toString();
    }

    private static String hex(byte[] bytes) {
      return new String(bytes, ISO_8859_1)
          .chars()
          .mapToObj(Integer::toHexString)
          .collect(joining(","));
    }

    private static String listen(ServletInputStream in) {
      var heard = new ByteArrayOutputStream();
      in.setReadListener(
          new ReadListener() {
            @Override
            public void onDataAvailable() throws IOException {
              while (in.isReady() && !in.isFinished()) {
                heard.write(in.read());
              }
            }

            @Override
            public void onAllDataRead() {}

            @Override
            public void onError(Throwable t) {
              throw new IllegalStateException(t);
            }
          });
      return heard.toString(UTF_8);
    }
  }
}
