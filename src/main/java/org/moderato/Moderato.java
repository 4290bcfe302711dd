package org.moderato;

import static java.util.stream.Collectors.toUnmodifiableMap;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.moderato.admin.DeskServlet;
import org.moderato.admin.DeskSettings;
import org.moderato.admin.FirstPassword;
import org.moderato.admin.Passwords;
import org.moderato.admin.RulesStatus;
import org.moderato.admin.RulesStatus.Book;
import org.moderato.api.HealthServlet;
import org.moderato.api.Probe;
import org.moderato.capture.AuthorTokens;
import org.moderato.capture.CaptureFilter;
import org.moderato.capture.ClientAddress;
import org.moderato.capture.Pages;
import org.moderato.check.Check;
import org.moderato.check.Checks;
import org.moderato.check.LengthCheck;
import org.moderato.check.LinkCheck;
import org.moderato.check.RepetitionCheck;
import org.moderato.check.ShoutingCheck;
import org.moderato.config.Config;
import org.moderato.config.Home;
import org.moderato.config.Site;
import org.moderato.demo.ArticleServlet;
import org.moderato.demo.FirstComments;
import org.moderato.demo.FormPathServlet;
import org.moderato.demo.Newspaper;
import org.moderato.intake.Intake;
import org.moderato.model.ModelException;
import org.moderato.model.Models;
import org.moderato.rule.LiveRules;
import org.moderato.rule.Outcome;
import org.moderato.rule.RuleFiles;
import org.moderato.store.Database;
import org.moderato.store.StoreException;
import org.moderato.store.StoreSettings;
import org.moderato.text.Normaliser;
import org.moderato.verdict.LiveJudge;
import org.moderato.verdict.LiveJudge.Bench;

/**
 * The composition root: builds every service, connects them, starts and stops them. Nothing else
 * does.
 */
public final class Moderato implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Moderato.class.getName());

  private final Home home;
  private final Config config;
  private final Clock clock = Clock.system(ZoneId.systemDefault());
  private final SecureRandom random = new SecureRandom();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Moderato::timerThread);
  private final Database database;
  private final Optional<Models> models;
  private final LiveJudge judge;
  private final Optional<LiveRules> rules;

  /**
   * Starts what judges and stores comments. Models or rule files that cannot be used stop nothing:
   * comments are held until they can.
   *
   * @throws StoreException if the database cannot be opened
   */
  Moderato(Home home, Config config) {
    this.home = home;
    this.config = config;
    // The database and the models take a second each, so they are opened side by side.
    var opening = CompletableFuture.supplyAsync(() -> Database.open(storeSettings(), clock), timer);
    this.models = loadModels();
    this.judge =
        new LiveJudge(benches(), models.map(Models::digest).orElse(""), config.maxVerdicts());
    this.rules = models.map(this::liveRules);
    try {
      this.database = opening.join();
    } catch (CompletionException e) {
      timer.shutdownNow();
      throw e.getCause() instanceof StoreException cause ? cause : e;
    }
  }

  /**
   * Returns all checks, for the comments of a site or of an archive.
   *
   * @param languages ISO 639-1 codes of the languages that are expected, the main one first
   */
  public static Checks checks(Models models, List<String> languages) {
    // Order matters only to readers: cheap checks first.
    var checks =
        new ArrayList<Check>(
            List.of(
                new LengthCheck(), new ShoutingCheck(), new RepetitionCheck(), new LinkCheck()));
    checks.addAll(models.checks(languages));
    return new Checks(new Normaliser(), checks);
  }

  /** Puts the filter, the desk, the health pages and the demonstration into a servlet context. */
  void register(ServletContext context) {
    var pages = new Pages(TemplateEngine.createPrecompiled(ContentType.Html));
    var tokens = new AuthorTokens(database.secrets().get("author-tokens", random));
    var intake = new Intake(judge, database.comments(), clock, random);
    Optional<Newspaper> paper = config.demo().map(Newspaper::new);

    var filter =
        new CaptureFilter(
            config.sites(),
            paper.stream().toList(),
            intake,
            tokens,
            pages,
            new ClientAddress(config.trustedProxies()),
            clock);
    var capture = context.addFilter("moderato-capture", filter);
    // The application behind may answer later: a filter that cannot wait would forbid it.
    capture.setAsyncSupported(true);
    capture.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    add(context, "moderato-health", new HealthServlet(probes()), HealthServlet.PATHS);
    Optional<String> firstPassword = registerDesk(context, pages);
    paper.ifPresent(p -> registerDemo(context, p, tokens, pages));
    if (firstPassword.isPresent()) {
      paper.ifPresent(p -> FirstComments.submitTo(intake, p, clock));
    }
    announce(context, firstPassword);
  }

  private Optional<String> registerDesk(ServletContext context, Pages pages) {
    var passwords = new Passwords();
    var firstPassword = new FirstPassword(home.folder());
    Optional<String> made = firstPassword.ensure(database.people(), passwords, random);
    var desk =
        new DeskServlet(
            database,
            this::rulesStatus,
            passwords,
            firstPassword,
            new DeskSettings(config.deskSession(), Set.copyOf(config.trustedProxies())),
            pages,
            clock,
            random);
    add(context, "moderato-desk", desk, DeskServlet.PATHS);
    return made;
  }

  private void registerDemo(
      ServletContext context, Newspaper paper, AuthorTokens tokens, Pages pages) {
    Site site = site(paper.name());
    var articles =
        new ArticleServlet(paper, site, database.comments(), tokens, pages, clock.getZone());
    add(context, "moderato-demo", articles, paper.mappings());
    add(context, "moderato-demo-form", new FormPathServlet(site.methods()), site.paths());
  }

  private static void add(
      ServletContext context, String name, Servlet servlet, List<String> mappings) {
    context.addServlet(name, servlet).addMapping(mappings.toArray(String[]::new));
  }

  private Site site(String name) {
    return config.sites().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private StoreSettings storeSettings() {
    var wanted = config.database();
    String url =
        wanted.url().isEmpty() ? "jdbc:h2:file:" + home.data().resolve("moderato") : wanted.url();
    return new StoreSettings(
        url, wanted.user(), wanted.password(), wanted.timeout(), wanted.connections());
  }

  private static Optional<Models> loadModels() {
    try {
      return Optional.of(Models.load());
    } catch (ModelException e) {
      LOG.log(Level.ERROR, () -> "no comment can be judged, all are held: " + e.getMessage(), e);
      return Optional.empty();
    }
  }

  private Map<String, Bench> benches() {
    return models.stream()
        .flatMap(m -> config.sites().stream().map(site -> Map.entry(site.name(), bench(m, site))))
        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Bench bench(Models models, Site site) {
    return new Bench(
        checks(models, site.languages()), site.holdsByDefault() ? Outcome.HOLD : Outcome.APPROVE);
  }

  /**
   * The tests inside rule files run as on a site that allows every language, so they hold for all.
   */
  private LiveRules liveRules(Models models) {
    var files = new RuleFiles(home.rules(), checks(models, Models.LANGUAGES));
    var live = new LiveRules(files, clock, judge::use);
    live.watch(timer);
    return live;
  }

  private static Thread timerThread(Runnable work) {
    var thread = new Thread(work, "moderato-timer");
    thread.setDaemon(true);
    return thread;
  }

  private List<Probe> probes() {
    return List.of(
        new Probe("database", this::databaseAnswers),
        new Probe("models", this::modelsAnswer),
        new Probe("rules", this::rulesAnswer));
  }

  private Probe.Answer databaseAnswers() {
    boolean answers = database.answers();
    return new Probe.Answer(answers, answers ? "answers" : "does not answer");
  }

  private Probe.Answer modelsAnswer() {
    return new Probe.Answer(
        models.isPresent(), models.map(Models::digest).orElse("cannot be used; comments are held"));
  }

  private RulesStatus rulesStatus() {
    return rules
        .map(LiveRules::status)
        .map(
            now ->
                new RulesStatus(
                    now.live().map(l -> new Book(l.book().digest(), l.since(), l.files())),
                    now.problems(),
                    now.failedAt()))
        .orElse(new RulesStatus(Optional.empty(), List.of(), Optional.empty()));
  }

  private Probe.Answer rulesAnswer() {
    var status = rulesStatus();
    String live =
        status.live().map(book -> "book " + book.digest()).orElse("none; comments are held");
    int problems = status.problems().size();
    String detail = problems == 0 ? live : live + "; mistakes in the files on disk: " + problems;
    return new Probe.Answer(status.live().isPresent(), detail);
  }

  private void announce(ServletContext context, Optional<String> firstPassword) {
    String address =
        System.getProperty("moderato.address", config.url()) + context.getContextPath();
    var lines = new ArrayList<String>();
    lines.add("Moderato is ready.");
    config.demo().ifPresent(site -> lines.add("  site   " + address + "/"));
    lines.add("  desk   " + address + "/desk");
    lines.add("  rules  " + home.rules());
    lines.add("  home   " + home.folder());
    firstPassword.ifPresent(
        password ->
            lines.add(
                "  sign in at the desk as %s with the password %s (also in %s)"
                    .formatted(
                        FirstPassword.NAME, password, new FirstPassword(home.folder()).file())));
    LOG.log(Level.INFO, () -> String.join(System.lineSeparator(), lines));
  }

  /** Stops everything in the reverse order of the start; no request may be under way any more. */
  @Override
  public void close() {
    timer.shutdownNow();
    rules.ifPresent(LiveRules::close);
    database.close();
  }
}
