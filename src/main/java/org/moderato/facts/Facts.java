package org.moderato.facts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.moderato.check.Symbol;
import org.moderato.check.Symbol.Kind;
import org.moderato.comment.Author;
import org.moderato.comment.Page;

/**
 * What is known about a comment apart from its text.
 *
 * @param site the site's name in {@code moderato.yaml}
 * @param page the page it was posted under
 * @param author who wrote it
 * @param record what became of the author's earlier comments
 */
public record Facts(String site, Page page, Author author, AuthorRecord record) {
  /** The names by which rule files see facts. */
  public static final List<Symbol> SYMBOLS =
      List.of(
          new Symbol("site", Kind.NAME, "The site's name in moderato.yaml."),
          new Symbol("page.id", Kind.NAME, "The site's own name for the page."),
          new Symbol("page.url", Kind.NAME, "The page's path, where the site tells."),
          new Symbol("page.section", Kind.NAME, "The part of the paper, where the site tells."),
          new Symbol("author.name", Kind.NAME, "The name as typed; anybody can type any name."),
          new Symbol("author.email", Kind.NAME, "The e-mail address as typed; not verified."),
          new Symbol("author.url", Kind.NAME, "The web site as typed."),
          new Symbol(
              "author.approved",
              Kind.COUNT,
              "Of the author's latest 200, those that stand approved."),
          new Symbol(
              "author.rejected",
              Kind.COUNT,
              "Of the author's latest 200, those that stand rejected."),
          new Symbol(
              "author.held",
              Kind.COUNT,
              "Of the author's latest 200, those that wait for a person."));

  public Facts {
    requireNonNull(site);
    requireNonNull(page);
    requireNonNull(author);
    requireNonNull(record);
  }

  /** Returns the value of each symbol: a {@code String} for names, a {@code Long} for counts. */
  public Map<String, Object> values() {
    return Map.of(
        "site", site,
        "page.id", page.id(),
        "page.url", page.url(),
        "page.section", page.section(),
        "author.name", author.name(),
        "author.email", author.email(),
        "author.url", author.url(),
        "author.approved", (long) record.approved(),
        "author.rejected", (long) record.rejected(),
        "author.held", (long) record.held());
  }
}
