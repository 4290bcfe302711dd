package org.moderato.demo;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.moderato.comment.Comment;
import org.moderato.store.StoredComment;

/**
 * Lays out published comments for a page: answers stand under the comment that started it all, one
 * step in, however deep they were nested.
 */
final class Letters {
  private final ZoneId zone;
  private final DateTimeFormatter format;

  /**
   * Makes a layout.
   *
   * @param zone where the newspaper is read
   * @param reader the reader's language; the paper is in English, so only its kind of English
   *     counts
   */
  Letters(ZoneId zone, Locale reader) {
    this.zone = requireNonNull(zone);
    var locale = reader.getLanguage().equals("en") ? reader : Locale.UK;
    this.format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(zone);
  }

  /**
   * Lays out comments.
   *
   * @param published oldest first, so that an answer comes after what it answers
   */
  List<Letter> threads(List<StoredComment> published) {
    var starts = new ArrayList<Comment>();
    var replies = new HashMap<String, List<Letter>>();
    var startOf = new HashMap<String, String>();
    for (StoredComment stored : published) {
      Comment comment = stored.comment();
      String start = startOf.getOrDefault(comment.submission().parent(), comment.id());
      startOf.put(comment.id(), start);
      if (start.equals(comment.id())) {
        starts.add(comment);
      } else {
        replies.computeIfAbsent(start, s -> new ArrayList<>()).add(letter(comment, List.of()));
      }
    }
    return starts.stream()
        .map(comment -> letter(comment, replies.getOrDefault(comment.id(), List.of())))
        .toList();
  }

  private Letter letter(Comment comment, List<Letter> replies) {
    var submission = comment.submission();
    Instant posted = submission.receivedAt();
    return new Letter(
        comment.id(),
        submission.author().name(),
        link(submission.author().url()),
        submission.body(),
        posted.atZone(zone).toOffsetDateTime().toString(),
        format.format(posted),
        replies);
  }

  /** Returns a web site that can be linked to, or an empty string: {@code javascript:} is none. */
  static String link(String typed) {
    try {
      var uri = new URI(typed.strip());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && uri.getHost() != null ? uri.toASCIIString() : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
