package org.moderato.demo;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.moderato.capture.HostedSite;

/** The Tidewick Courier, an invented newspaper whose readers show what Moderato does. */
public final class Newspaper implements HostedSite {
  /** The article at the root. */
  static final Article BRIDGE = new Article("1", "/", "demo/bridge.jte");

  /** A column, so that there is a page in another section of the paper. */
  static final Article QUEUE = new Article("2", "/opinion/the-queue", "demo/queue.jte");

  private static final List<Article> ARTICLES = List.of(BRIDGE, QUEUE);

  private final String name;

  /**
   * Makes the newspaper.
   *
   * @param name the name of its site in {@code moderato.yaml}
   */
  public Newspaper(String name) {
    this.name = requireNonNull(name);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> pathOf(String pageId) {
    return ARTICLES.stream().filter(a -> a.id().equals(pageId)).map(Article::path).findFirst();
  }

  /** Returns the patterns to map {@link ArticleServlet} to. */
  public List<String> mappings() {
    return ARTICLES.stream().map(Article::mapping).toList();
  }

  /** Returns the article that stands at a path. */
  Optional<Article> at(String path) {
    return ARTICLES.stream().filter(a -> a.path().equals(path)).findFirst();
  }
}
