package org.moderato.capture;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.moderato.intake.Receipt;
import org.moderato.rule.Outcome;

/**
 * Answers browsers.
 *
 * <p>Where Moderato shows the site's pages itself, a judged comment is answered by a redirect to
 * its page, so that reloading sends nothing twice, and a refused one by the page at once, with the
 * form as it was typed. In front of another application, whose pages know nothing of Moderato, an
 * approved comment redirects back as well, and everything else is said on a page of our own.
 */
final class FormDialect implements Dialect {
  private final AuthorTokens tokens;
  private final AnswerPage answerPage;

  FormDialect(AuthorTokens tokens, AnswerPage answerPage) {
    this.tokens = requireNonNull(tokens);
    this.answerPage = requireNonNull(answerPage);
  }

  @Override
  public void judged(Exchange exchange, Receipt receipt) throws IOException {
    String id = receipt.comment().id();
    if (receipt.verdict().outcome() == Outcome.APPROVE) {
      redirect(exchange.response(), exchange.back() + Answers.fragment(receipt));
    } else if (exchange.hostedPage().isPresent()) {
      redirect(
          exchange.response(),
          exchange.back() + "?comment=" + id + "&token=" + tokens.of(id) + "#respond");
    } else {
      answerPage.judged(exchange, receipt);
    }
  }

  @Override
  public void refused(Exchange exchange, Refusal refusal) throws IOException, ServletException {
    Answers.explain(exchange.response(), refusal);
    Optional<String> page = exchange.hostedPage();
    if (page.isEmpty()) {
      answerPage.refused(exchange, refusal);
      return;
    }
    exchange
        .request()
        .setAttribute(
            FilledForm.ATTRIBUTE,
            new FilledForm(
                refusal.status(), refusal.message(), refusal.problems(), exchange.typed()));
    exchange
        .request()
        .getRequestDispatcher(page.get())
        .forward(exchange.request(), exchange.response());
  }

  /** Sends a path, not a URL: behind a proxy this server does not know its own name. */
  private static void redirect(HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", path);
    response.setHeader("Cache-Control", "no-store");
  }
}
