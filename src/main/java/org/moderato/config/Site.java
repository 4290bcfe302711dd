package org.moderato.config;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One site whose comments are moderated, and how its comment form is read.
 *
 * @param name how rule files, the store and the desk call the site
 * @param languages ISO 639-1 codes of the languages readers may write in, the main one first
 * @param holdsByDefault whether a comment that no rule matches is held rather than approved
 * @param paths where the form posts to: exact paths, or prefixes that end in {@code /*}
 * @param methods HTTP methods that carry a comment, in upper case
 * @param fields where each part of a comment stands in the form
 * @param required the parts without which a comment is refused
 * @param charset what the site's pages are written in, for requests that do not say
 * @param maxBody the largest request body in bytes
 * @param maxComment the longest comment in code points
 * @param forwards whether approved comments go on to the application behind the filter; otherwise
 *     Moderato keeps them and the page asks Moderato for them
 * @param sections path prefixes that end in {@code /*}, or exact paths, each with its section
 */
public record Site(
    String name,
    List<String> languages,
    boolean holdsByDefault,
    List<String> paths,
    List<String> methods,
    Fields fields,
    List<Part> required,
    Charset charset,
    int maxBody,
    int maxComment,
    boolean forwards,
    Map<String, String> sections) {

  /** The parts of a comment that a form can carry. */
  public enum Part {
    BODY,
    NAME,
    EMAIL,
    URL,
    PAGE,
    PARENT
  }

  /**
   * The names of the form's fields, or of the members of a JSON object; nested members are joined
   * by dots, as in {@code comment.text}.
   */
  public record Fields(
      String body, String name, String email, String url, String page, String parent) {
    /** What WordPress and the themes made for it call them. */
    public static final Fields WORDPRESS =
        new Fields("comment", "author", "email", "url", "comment_post_ID", "comment_parent");

    public Fields {
      requireNonNull(body);
      requireNonNull(name);
      requireNonNull(email);
      requireNonNull(url);
      requireNonNull(page);
      requireNonNull(parent);
    }
  }

  public Site {
    requireNonNull(name);
    languages = List.copyOf(languages);
    paths = List.copyOf(paths);
    methods = List.copyOf(methods);
    requireNonNull(fields);
    required = List.copyOf(required);
    requireNonNull(charset);
    sections = Map.copyOf(sections);
  }

  /** Returns the section that a page's path lies in, or an empty string. */
  public String sectionOf(String path) {
    return sections.entrySet().stream()
        .filter(entry -> matches(entry.getKey(), path))
        .max(Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse("");
  }

  /** Returns whether a request to this path carries a comment of this site. */
  public boolean takes(String path) {
    return paths.stream().anyMatch(pattern -> matches(pattern, path));
  }

  private static boolean matches(String pattern, String path) {
    return pattern.endsWith("/*")
        ? path.startsWith(pattern.substring(0, pattern.length() - 1))
        : path.equals(pattern);
  }
}
