package org.moderato.demo;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.capture.Answers;
import org.moderato.capture.AuthorTokens;
import org.moderato.capture.FilledForm;
import org.moderato.capture.Pages;
import org.moderato.comment.Submission;
import org.moderato.config.Site;
import org.moderato.config.Site.Part;
import org.moderato.rule.Outcome;
import org.moderato.store.Comments;
import org.moderato.store.StoreException;
import org.moderato.store.StoredComment;

/**
 * Shows an article with its comments and the form.
 *
 * <p>A reader who was sent back here after writing is told what became of the comment, if the
 * address holds the token that only they were given. A form that was refused comes by a forward
 * from the filter, and is shown again as it was typed.
 */
public final class ArticleServlet extends HttpServlet {
  private static final Logger LOG = System.getLogger(ArticleServlet.class.getName());

  /** The most comments shown under an article. */
  private static final int MAX_LETTERS = 1000;

  private final transient Newspaper paper;
  private final transient Site site;
  private final transient Comments comments;
  private final transient AuthorTokens tokens;
  private final transient Pages pages;
  private final transient ZoneId zone;

  /**
   * Makes the servlet for all articles of a newspaper.
   *
   * @param site how the newspaper's form is read
   * @param zone the newspaper's time zone
   */
  public ArticleServlet(
      Newspaper paper,
      Site site,
      Comments comments,
      AuthorTokens tokens,
      Pages pages,
      ZoneId zone) {
    this.paper = requireNonNull(paper);
    this.site = requireNonNull(site);
    this.comments = requireNonNull(comments);
    this.tokens = requireNonNull(tokens);
    this.pages = requireNonNull(pages);
    this.zone = requireNonNull(zone);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Article> article = article(request);
    if (article.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Optional<StoredComment> own = own(request, article.get());
    show(request, response, article.get(), form(request, article.get(), own), notice(own));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Optional<Article> article = article(request);
    if (article.isPresent()
        && request.getAttribute(FilledForm.ATTRIBUTE) instanceof FilledForm refused) {
      show(request, response, article.get(), refused, Notice.NONE);
    } else {
      super.doPost(request, response);
    }
  }

  private Optional<Article> article(HttpServletRequest request) {
    String info = request.getPathInfo();
    return paper.at(info == null ? request.getServletPath() : request.getServletPath() + info);
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      Article article,
      FilledForm form,
      Notice notice)
      throws IOException {
    @Nullable List<StoredComment> published = published(article);
    List<StoredComment> shown = published == null ? List.of() : published;
    var page =
        new ArticlePage(
            request.getContextPath(),
            request.getContextPath() + article.path(),
            request.getContextPath() + site.paths().get(0),
            article.id(),
            new Letters(zone, request.getLocale()).threads(shown),
            shown.size(),
            published != null,
            author(shown, form.typed(Part.PARENT)),
            form,
            notice);
    pages.show(response, form.status(), article.template(), Map.of("page", page));
  }

  /** Returns the published comments, or null where the store cannot tell. */
  private @Nullable List<StoredComment> published(Article article) {
    try {
      return comments.published(paper.name(), article.id(), MAX_LETTERS);
    } catch (StoreException e) {
      LOG.log(Level.WARNING, () -> "article " + article.id() + " is shown without comments", e);
      return null;
    }
  }

  private static String author(List<StoredComment> published, String id) {
    return published.stream()
        .filter(stored -> stored.comment().id().equals(id))
        .map(stored -> stored.comment().submission().author().name())
        .findFirst()
        .orElse("");
  }

  /**
   * Finds the comment that this reader sent from this page, if the address proves that they did.
   */
  private Optional<StoredComment> own(HttpServletRequest request, Article article) {
    String id = parameter(request, "comment");
    if (id.isEmpty() || !tokens.opens(id, parameter(request, "token"))) {
      return Optional.empty();
    }
    try {
      return comments
          .find(id)
          .filter(stored -> stored.comment().submission().page().id().equals(article.id()));
    } catch (StoreException e) {
      LOG.log(Level.WARNING, () -> "cannot tell the author what became of comment " + id, e);
      return Optional.empty();
    }
  }

  private static FilledForm form(
      HttpServletRequest request, Article article, Optional<StoredComment> own) {
    var rejected = own.filter(stored -> stored.state() == Outcome.REJECT);
    if (rejected.isEmpty()) {
      return new FilledForm(
          HttpServletResponse.SC_OK,
          "",
          Map.of(),
          Map.of(Part.PAGE, article.id(), Part.PARENT, parameter(request, "reply")));
    }
    Submission submission = rejected.get().comment().submission();
    return new FilledForm(
        HttpServletResponse.SC_OK,
        why(rejected.get()),
        Map.of(),
        Map.of(
            Part.BODY, submission.body(),
            Part.NAME, submission.author().name(),
            Part.EMAIL, submission.author().email(),
            Part.URL, submission.author().url(),
            Part.PAGE, article.id(),
            Part.PARENT, submission.parent()));
  }

  /**
   * Returns why a comment was rejected; what a moderator noted is for the desk, not for readers.
   */
  private static String why(StoredComment rejected) {
    return rejected.decision().isPresent()
        ? "Our editors decided not to publish your comment."
        : Answers.rejection(rejected.verdict());
  }

  private static Notice notice(Optional<StoredComment> own) {
    if (own.isEmpty()) {
      return Notice.NONE;
    }
    String body = own.get().comment().submission().body();
    return switch (own.get().state()) {
      case HOLD -> new Notice("held", Answers.HELD, body);
      case APPROVE -> new Notice("published", "Your comment is published.", "");
      case REJECT -> Notice.NONE;
    };
  }

  private static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }
}
