package org.moderato.capture;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderato.config.Site;
import org.moderato.intake.Intake;
import org.moderato.intake.IntakeUnavailableException;
import org.moderato.intake.Receipt;
import org.moderato.rule.Outcome;

/**
 * Takes readers' comments off the wire.
 *
 * <p>A request to one of a site's form paths, by one of its methods, is read once and judged. If
 * the site forwards, an approved comment goes on to the application behind the filter, which sees
 * the request whole; every other comment is answered here. All other requests pass untouched. The
 * filter must stand before whatever reads request bodies. Thread-safe.
 */
public final class CaptureFilter implements Filter {
  private final List<Site> sites;
  private final Map<String, HostedSite> hosts;
  private final Intake intake;
  private final Submissions submissions;
  private final Dialect forms;
  private final Dialect json = new JsonDialect();

  /**
   * Makes a filter.
   *
   * @param sites whose comments to take; where two have a path in common the first one gets it
   * @param hosts shows the pages of those sites that have no application behind the filter
   * @param intake judges and stores
   * @param tokens lets authors see what became of their comments
   * @param pages shows the answers
   * @param addresses tells who sent a request
   * @param clock tells when
   */
  public CaptureFilter(
      List<Site> sites,
      List<? extends HostedSite> hosts,
      Intake intake,
      AuthorTokens tokens,
      Pages pages,
      ClientAddress addresses,
      Clock clock) {
    this.sites = List.copyOf(sites);
    this.hosts =
        hosts.stream().collect(Collectors.toUnmodifiableMap(HostedSite::name, Function.identity()));
    this.intake = requireNonNull(intake);
    this.submissions = new Submissions(addresses, clock);
    this.forms = new FormDialect(tokens, new AnswerPage(pages));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var http = (HttpServletRequest) request;
    Optional<Site> site = siteOf(http);
    if (site.isPresent()) {
      take(site.get(), http, (HttpServletResponse) response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private Optional<Site> siteOf(HttpServletRequest request) {
    String info = request.getPathInfo();
    String path = info == null ? request.getServletPath() : request.getServletPath() + info;
    return sites.stream()
        .filter(site -> site.methods().contains(request.getMethod()) && site.takes(path))
        .findFirst();
  }

  private void take(
      Site site, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Dialect dialect = Wish.of(request) == Wish.JSON ? json : forms;
    @Nullable HostedSite host = hosts.get(site.name());
    var exchange = new Exchange(request, response, site, host, Form.NONE);
    Receipt receipt;
    try {
      exchange = exchange.reading();
      receipt = intake.submit(submissions.read(exchange));
    } catch (RefusedException e) {
      dialect.refused(exchange, e.refusal());
      return;
    } catch (IntakeUnavailableException e) {
      dialect.refused(exchange, Refusal.NOT_STORED);
      return;
    }
    if (site.forwards() && receipt.verdict().outcome() == Outcome.APPROVE) {
      chain.doFilter(new ReplayedRequest(request, exchange.form()), response);
    } else {
      dialect.judged(exchange, receipt);
    }
  }
}
