package org.moderato.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.moderato.capture.ClientAddress;
import org.moderato.capture.Pages;
import org.moderato.rule.Outcome;
import org.moderato.store.Comments;
import org.moderato.store.Database;
import org.moderato.store.DecidedMeanwhileException;
import org.moderato.store.StoreException;

/**
 * The desk: every page for moderators, at {@code /desk}. Nothing but the sign-in page and static
 * files is shown to anybody who is not signed in, and no POST counts without its {@link FormToken}.
 *
 * <p>All pages work without scripts. Nothing is kept in memory between requests, so any instance on
 * the same database can answer any of them.
 */
public final class DeskServlet extends HttpServlet {
  /** What the servlet is to be mapped to. */
  public static final List<String> PATHS = List.of("/desk", "/desk/*");

  private static final System.Logger LOG = System.getLogger(DeskServlet.class.getName());
  private static final String GET = "GET";
  private static final String POST = "POST";
  private static final String SIGN_IN = "/sign-in";
  private static final String COMMENTS = "/comments/";

  private final transient Comments comments;
  private final transient ClientAddress addresses;
  private final transient Pages pages;
  private final transient Clock clock;
  private final transient Sessions sessions;
  private final transient CommentPages commentPages;
  private final transient Map<String, Map<String, Handler>> routes;

  /** Answers one method on one path. */
  @FunctionalInterface
  private interface Handler {
    void handle(Visit visit) throws IOException;
  }

  /**
   * Makes the desk.
   *
   * @param rules asked whenever somebody looks at the rules
   * @param clock its zone is the one that times are shown in
   * @param random where session tokens come from
   */
  public DeskServlet(
      Database database,
      Supplier<RulesStatus> rules,
      Passwords passwords,
      FirstPassword firstPassword,
      DeskSettings settings,
      Pages pages,
      Clock clock,
      SecureRandom random) {
    this.comments = database.comments();
    this.addresses = new ClientAddress(settings.trustedProxies());
    this.pages = pages;
    this.clock = clock;
    var people = database.people();
    var audit = database.audit();
    var signIn = new SignIn(people, passwords, new Guesses(people, clock));
    this.sessions = new Sessions(people, settings.session(), clock, random);
    this.commentPages = new CommentPages(comments, clock);
    var door = new SignInPage(signIn, sessions, audit, firstPassword);
    var account = new AccountPage(people, audit, signIn, sessions, passwords, firstPassword);
    this.routes =
        Map.of(
            "",
            Map.of(GET, Shelf.queue(comments, clock)::show),
            "/published",
            Map.of(GET, Shelf.published(comments, clock)::show),
            "/rejected",
            Map.of(GET, Shelf.rejected(comments, clock)::show),
            "/rules",
            Map.of(GET, new RulesPage(rules, clock)::show),
            "/audit",
            Map.of(GET, new AuditPage(audit, clock)::show),
            "/account",
            Map.of(GET, account::show, POST, account::change),
            SIGN_IN,
            Map.of(GET, door::show, POST, door::enter),
            "/sign-out",
            Map.of(POST, door::leave));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setCharacterEncoding(UTF_8.name());
    var visit = new Visit(request, response, addresses, pages);
    try {
      if (!Assets.send(getServletContext(), visit.path(), request, response)) {
        answer(visit);
      }
    } catch (Refusal e) {
      showProblem(visit, e);
    } catch (DecidedMeanwhileException e) {
      showProblem(visit, Refusal.decidedMeanwhile(e.who(), Moment.of(e.when(), clock)));
    } catch (StoreException e) {
      LOG.log(System.Logger.Level.ERROR, () -> "desk: " + e.getMessage());
      response.setHeader("Retry-After", "10");
      showProblem(visit, Refusal.unavailable());
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          () -> "desk: %s %s failed".formatted(request.getMethod(), visit.path()),
          wordless(e));
      showProblem(visit, Refusal.failed());
    }
  }

  private void answer(Visit visit) throws IOException {
    String method = visit.request().getMethod();
    var handlers = handlers(visit.path());
    sessions
        .person(visit.cookie())
        .ifPresent(name -> visit.signedIn(name, comments.count(Outcome.HOLD)));
    if (visit.person().isEmpty() && !visit.path().equals(SIGN_IN)) {
      askToSignIn(visit, method);
      return;
    }
    if (handlers.isEmpty()) {
      throw Refusal.notFound("The desk has no page with this address.");
    }
    Handler handler = handlers.get(method.equals("HEAD") ? GET : method);
    if (handler == null) {
      visit.response().setHeader("Allow", allowed(handlers.keySet()));
      throw Refusal.wrongMethod();
    }
    if (method.equals(POST)) {
      refuseForgery(visit);
    }
    handler.handle(visit);
  }

  /** Returns what answers at a path, by method; nothing if the path leads nowhere. */
  private Map<String, Handler> handlers(String path) {
    if (!path.startsWith(COMMENTS)) {
      return routes.getOrDefault(path, Map.of());
    }
    String[] parts = path.substring(COMMENTS.length()).split("/", -1);
    String id = parts[0];
    if (parts.length == 1) {
      return Map.of(GET, visit -> commentPages.show(visit, id));
    }
    return switch (parts.length == 2 ? parts[1] : "") {
      case "approve" -> Map.of(POST, visit -> commentPages.decide(visit, id, Outcome.APPROVE));
      case "reject" -> Map.of(POST, visit -> commentPages.decide(visit, id, Outcome.REJECT));
      case "undo" -> Map.of(POST, visit -> commentPages.undo(visit, id));
      default -> Map.of();
    };
  }

  /** Strangers get the same answer at every path, so that they learn of none. */
  private static void askToSignIn(Visit visit, String method) {
    String query = visit.request().getQueryString();
    String wanted = DeskPath.orQueue("/desk" + visit.path() + (query == null ? "" : "?" + query));
    boolean back = method.equals(GET) && !wanted.equals(DeskPath.QUEUE);
    visit.goTo(
        back
            ? DeskPath.with(SignInPage.PATH, "next", URLEncoder.encode(wanted, UTF_8))
            : SignInPage.PATH);
  }

  /**
   * Two locks on the same door: the form's token, and what the browser itself says about where the
   * request comes from (Fetch Metadata), where it says so.
   */
  private static void refuseForgery(Visit visit) {
    String origin = visit.request().getHeader("Sec-Fetch-Site");
    boolean elsewhere = origin != null && !origin.equals("same-origin") && !origin.equals("none");
    if (elsewhere || !FormToken.matches(visit.cookie(), visit.text("form-token"))) {
      throw Refusal.forged();
    }
  }

  private static String allowed(Set<String> methods) {
    var allowed = new TreeSet<>(methods);
    if (allowed.contains(GET)) {
      allowed.add("HEAD");
    }
    return String.join(", ", allowed);
  }

  private static void showProblem(Visit visit, Refusal refusal) throws IOException {
    visit.show(
        refusal.status(),
        "problem",
        refusal.title(),
        "",
        Map.of("message", refusal.message(), "comment", comment(visit.path())));
  }

  /** Returns the page of the comment that a path is about, or an empty string. */
  private static String comment(String path) {
    int end = path.startsWith(COMMENTS) ? path.indexOf('/', COMMENTS.length()) : -1;
    return end < 0 ? "" : "/desk" + path.substring(0, end);
  }

  /** Keeps where something failed, and drops what was said about it: it may quote a reader. */
  private static Throwable wordless(RuntimeException failure) {
    var kept = new RuntimeException(failure.getClass().getName());
    kept.setStackTrace(failure.getStackTrace());
    return kept;
  }
}
