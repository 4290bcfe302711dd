package org.moderato.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.comment.Author;
import org.moderato.comment.Comment;
import org.moderato.comment.Page;
import org.moderato.comment.Submission;
import org.moderato.rule.Outcome;
import org.moderato.store.StoredComment;
import org.moderato.verdict.Verdict;

final class LettersTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: b: c:                    | a b c           | no answers
          a: b: c:a                   | a(c) b          | an answer, later
          a: b:a c:b                  | a(b c)          | an answer to an answer is one step in
          a: b:a c:a                  | a(b c)          | two answers, in order
          a: b:gone                   | a b             | the answered one is not published
          a: b:b                      | a b             | an answer to itself
          b:c c:                      | b c             | the answered one comes later
          """)
  void threads(String comments, String expected, String why) {
    var published = Stream.of(comments.split(" ")).map(LettersTest::stored).toList();
    var shown = new StringBuilder();
    for (Letter letter : new Letters(LONDON, Locale.UK).threads(published)) {
      var replies = letter.replies().stream().map(Letter::id).toList();
      shown.append(letter.id());
      shown.append(replies.isEmpty() ? "" : "(" + String.join(" ", replies) + ")").append(' ');
    }
    assertEquals(expected, shown.toString().strip(), why);
  }

  @ParameterizedTest(name = "link {0}")
  @CsvSource(
      textBlock =
          """
          https://example.org/x?a=b, https://example.org/x?a=b
          HTTP://EXAMPLE.ORG, HTTP://EXAMPLE.ORG
          ' http://example.org ', http://example.org
          javascript:alert(1), ''
          JAVASCRIPT://example.org/%0aalert(1), ''
          'data:text/html,x', ''
          //example.org, ''
          example.org, ''
          http:, ''
          http:///x, ''
          http://exa mple.org, ''
          '', ''
          """)
  void link(String typed, String expected) {
    assertEquals(expected, Letters.link(typed));
  }

  @Test
  void when_isInTheReadersEnglish_andTheTownsTime() {
    String british = when(Locale.UK);
    assertTrue(british.startsWith("23 July 2026") && british.endsWith("11:15"), british);
    assertEquals(british, when(Locale.GERMANY));
    assertTrue(when(Locale.US).startsWith("July 23, 2026"), when(Locale.US));
  }

  @Test
  void posted_isForMachines() {
    assertEquals("2026-07-23T11:15:30+01:00", letter(Locale.UK).posted());
  }

  private static String when(Locale reader) {
    return letter(reader).when();
  }

  private static Letter letter(Locale reader) {
    return new Letters(LONDON, reader).threads(List.of(stored("a:"))).get(0);
  }

  /** Makes a comment of {@code id:parent}. */
  private static StoredComment stored(String comment) {
    String[] ids = comment.split(":", -1);
    var submission =
        new Submission(
            "courier",
            new Page("1", "/", ""),
            ids[1],
            new Author("A", "", "", ""),
            "text",
            Instant.parse("2026-07-23T10:15:30Z"));
    var verdict = new Verdict(Outcome.APPROVE, List.of(), List.of(), "", "");
    return new StoredComment(
        new Comment(ids[0], submission), verdict, Outcome.APPROVE, 0, Optional.empty());
  }
}
