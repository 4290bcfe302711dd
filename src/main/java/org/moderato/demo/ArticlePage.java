package org.moderato.demo;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.moderato.capture.FilledForm;

/**
 * What an article's page shows around the article.
 *
 * @param root the path of this web application: empty, or starting with a slash
 * @param path the page's own path on this host
 * @param action where the form posts to
 * @param pageId what the form calls the page
 * @param letters the published comments
 * @param count how many there are, with the answers to others
 * @param available whether the comments could be read at all
 * @param answering the name of the reader whose comment the form answers, or empty
 * @param form what stands in the form
 * @param notice what became of the reader's own comment
 */
public record ArticlePage(
    String root,
    String path,
    String action,
    String pageId,
    List<Letter> letters,
    int count,
    boolean available,
    String answering,
    FilledForm form,
    Notice notice) {
  public ArticlePage {
    requireNonNull(root);
    requireNonNull(path);
    requireNonNull(action);
    requireNonNull(pageId);
    letters = List.copyOf(letters);
    requireNonNull(answering);
    requireNonNull(form);
    requireNonNull(notice);
  }
}
