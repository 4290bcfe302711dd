package org.moderato.check;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.moderato.text.Text;

/**
 * Finds the links in one text, in one pass from left to right.
 *
 * <p>A link is an address with a scheme ({@code https://news.example/x}), one that starts with
 * {@code www.}, or a bare domain name ({@code cheap-pills.example.com/x}). Markup such as {@code <a
 * href=...>} and {@code [url=...]} needs no case of its own, since the address within it is found;
 * an address that only repeats the one of the markup around it is not counted again. E-mail
 * addresses are no links.
 *
 * <p>A bare name is harder to tell from a missing space after a full stop ({@code I know.It is}) or
 * a file name ({@code notes.txt}). It counts if it ends in a common top-level domain or a country's
 * and nothing speaks against it: an ending that is also a word or a file's ending counts only
 * before a path or in a name of three parts and more, and a name whose last part alone starts with
 * a capital only before a path. Not thread-safe; make one for each text.
 */
public final class LinkScanner {
  private static final Set<String> GENERIC_DOMAINS =
      words(
          "com net org info biz edu gov mil mobi app dev blog online site website xyz club loan vip"
              + " icu casino poker porn sex xxx webcam tech cyou sbs example test eu uk рф top fun"
              + " shop store news live life world today email click link win bid bet bar buzz cam"
              + " chat date money cash credit finance work works wiki art pub rest lol red pink"
              + " blue party stream men science page pro name int");

  private static final Set<String> COUNTRY_DOMAINS =
      Arrays.stream(Locale.getISOCountries())
          .map(c -> c.toLowerCase(Locale.ROOT))
          .collect(toUnmodifiableSet());

  /** Top-level domains that are also words of large languages, or endings of file names. */
  private static final Set<String> WORDS =
      words(
          "ad ai al am an as at be by ca cd ch da de do es et fa ga gl go gs gt he hm id ie il im in"
              + " is it la le li lo ma md me mg ml mm mo mp mr ms mt mu mv my na ne ni no nu pa pe"
              + " pm ps py re rs sa se sh si sm so st su ta td tf to us va vi vu za"
              + " top fun shop store news live life world today email click link win bid bet bar"
              + " buzz cam chat date money cash credit finance work works wiki art pub rest lol red"
              + " pink blue party stream men science page pro name int club loan poker porn sex"
              + " tech online site app blog test");

  private static final int MAX_HOST = 253;

  private final Text text;
  private final String folded;
  private final List<Link> links = new ArrayList<>();

  /** The host of the markup that the scan is inside of; empty outside of any. */
  private String enclosing = "";

  private LinkScanner(Text text) {
    this.text = text;
    this.folded = text.folded();
  }

  private static Set<String> words(String list) {
    return Set.copyOf(Arrays.asList(list.split(" ")));
  }

  /** Returns the links of a text, in text order, each with its place in the folded view. */
  public static List<Link> scan(Text text) {
    return text.folded().indexOf('.') < 0 ? List.of() : new LinkScanner(text).scan();
  }

  private List<Link> scan() {
    int at = 0;
    while (at < folded.length()) {
      char c = folded.charAt(at);
      if (isHostChar(c)) {
        at = scanWord(at);
      } else {
        if ((c == '<' && folded.startsWith("</a", at))
            || (c == '[' && folded.startsWith("[/url", at))) {
          enclosing = "";
        }
        at++;
      }
    }
    return links;
  }

  /** Reads one run of host characters and whatever belongs to it; returns where to go on. */
  private int scanWord(int start) {
    int end = wordEnd(start);
    if (folded.startsWith("://", end)) {
      return isWebScheme(start, end) ? scanAddress(start, end + 3) : end + 3;
    }
    if ((start > 0 && folded.charAt(start - 1) == '@') || at(end) == '@') {
      return end;
    }
    int hostEnd = end;
    while (hostEnd > start && folded.charAt(hostEnd - 1) == '.') {
      hostEnd--;
    }
    if (!isDomain(start, hostEnd)) {
      return end;
    }
    boolean goesOn = hostEnd == end && "/?#:".indexOf(at(end)) >= 0;
    int linkEnd = goesOn ? addressEnd(end) : hostEnd;
    add(start, linkEnd, folded.substring(start, hostEnd));
    return Math.max(end, linkEnd);
  }

  /** Reads an address whose scheme is known; returns where to go on. */
  private int scanAddress(int start, int authority) {
    int end = addressEnd(authority);
    int authorityEnd = authority;
    while (authorityEnd < end && "/?#".indexOf(folded.charAt(authorityEnd)) < 0) {
      authorityEnd++;
    }
    String name = folded.substring(authority, authorityEnd);
    String server = name.substring(name.lastIndexOf('@') + 1);
    String host = server.indexOf(':') < 0 ? server : server.substring(0, server.indexOf(':'));
    if (host.indexOf('.') > 0 && host.length() <= MAX_HOST) {
      add(start, end, host);
    }
    return end;
  }

  private void add(int start, int end, String name) {
    String host = name.startsWith("www.") ? name.substring(4) : name;
    if (host.equals(enclosing)) {
      return;
    }
    if (isMarkup(start)) {
      enclosing = host;
    }
    links.add(new Link(start, end, host));
  }

  /** Returns whether the address starting here is the target of a tag, not text between tags. */
  private boolean isMarkup(int start) {
    int before = start;
    while (before > 0 && "\"' ".indexOf(folded.charAt(before - 1)) >= 0 && start - before < 3) {
      before--;
    }
    return folded.startsWith("href=", before - 5) || folded.startsWith("[url=", before - 5);
  }

  private boolean isWebScheme(int start, int end) {
    String scheme = folded.substring(Math.max(start, end - 5), end);
    return scheme.endsWith("http") || scheme.equals("https") || scheme.endsWith("ftp");
  }

  private boolean isDomain(int start, int end) {
    if (end <= start || end - start > MAX_HOST) {
      return false;
    }
    String name = folded.substring(start, end);
    int lastDot = name.lastIndexOf('.');
    if (lastDot <= 0 || name.startsWith(".") || name.contains("..")) {
      return false;
    }
    if (name.startsWith("www.")) {
      return lastDot > 3;
    }
    String last = name.substring(lastDot + 1);
    if (!GENERIC_DOMAINS.contains(last) && !COUNTRY_DOMAINS.contains(last)) {
      return false;
    }
    boolean path = at(end) == '/' && isHostChar(at(end + 1));
    boolean deep = name.indexOf('.') < lastDot;
    boolean sound = deep || !WORDS.contains(last);
    return path || (sound && !startsSentence(start, start + lastDot + 1));
  }

  /**
   * Returns whether the last part alone was typed as a sentence's first word: {@code end.Start}.
   */
  private boolean startsSentence(int start, int last) {
    return Character.isUpperCase(typedAt(last))
        && Character.isLowerCase(typedAt(last + 1))
        && !Character.isUpperCase(typedAt(start));
  }

  private char typedAt(int position) {
    if (position >= folded.length()) {
      return ' ';
    }
    return text.typed().charAt(text.typedSpan(position, position + 1).start());
  }

  private int wordEnd(int start) {
    int end = start;
    while (end < folded.length() && isHostChar(folded.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Returns where an address ends: before white space, a bracket, or the sentence's own marks. */
  private int addressEnd(int from) {
    int end = from;
    while (end < folded.length() && isAddressChar(folded.charAt(end)) && !startsNext(end)) {
      end++;
    }
    while (end > from && ".,;:!?)'*_".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** Returns whether a comma or semicolon parts two addresses here. */
  private boolean startsNext(int position) {
    char c = folded.charAt(position);
    return (c == ',' || c == ';') && folded.startsWith("http", position + 1);
  }

  private char at(int position) {
    return position < folded.length() ? folded.charAt(position) : ' ';
  }

  private static boolean isHostChar(char c) {
    return c == '.' || c == '-' || Character.isLetterOrDigit(c);
  }

  private static boolean isAddressChar(char c) {
    return !Character.isWhitespace(c) && "<>\"[]{}|\\^`«»“”„".indexOf(c) < 0;
  }
}
