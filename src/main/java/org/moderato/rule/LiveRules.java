package org.moderato.rule;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderato.config.ConfigException;
import org.moderato.config.Place;
import org.moderato.config.Problem;

/**
 * The rule book that is live, kept in step with its folder.
 *
 * <p>The contents of the files are compared, not their dates, so a network share with a clock of
 * its own does no harm and a save without a change costs nothing. A change is taken up once the
 * folder has looked the same twice in a row, since editors and deployments write in several steps;
 * so a save goes live after one to two intervals and the time that its tests take. A folder with
 * any mistake changes nothing: the last good book stays live and the problems are kept for the
 * desk. Thread-safe.
 */
public final class LiveRules implements AutoCloseable {
  /** How often the folder is looked at. */
  static final Duration INTERVAL = Duration.ofMillis(400);

  private static final Logger LOG = System.getLogger(LiveRules.class.getName());

  private final RuleFiles files;
  private final Clock clock;
  private final Consumer<RuleBook> whenLive;
  private String seen = "";
  private String tried = "";
  private @Nullable Future<?> watch;
  private volatile Status status = new Status(Optional.empty(), List.of(), Optional.empty());

  /**
   * How the folder stands. All parts change together, so that nobody sees a new book with the
   * problems of an old one.
   *
   * @param live what comments are judged by; empty as long as the folder has never been without a
   *     mistake
   * @param problems what keeps the folder as it is now from going live; empty if it is live
   * @param failedAt when the folder with these problems was tried
   */
  public record Status(Optional<Live> live, List<Problem> problems, Optional<Instant> failedAt) {
    public Status {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A rule book that is live.
   *
   * @param since when it went live
   * @param files its rule files and word lists, relative to the folder, in order
   */
  public record Live(RuleBook book, Instant since, List<String> files) {
    public Live {
      files = List.copyOf(files);
    }
  }

  /**
   * Reads the folder at once; mistakes are kept in {@link #status}.
   *
   * @param clock tells since when a book has been live
   * @param whenLive told of each book that goes live, the first included, on the thread that read
   *     it
   */
  public LiveRules(RuleFiles files, Clock clock, Consumer<RuleBook> whenLive) {
    this.files = files;
    this.clock = clock;
    this.whenLive = whenLive;
    reload();
  }

  /** Returns how the folder stands. */
  public Status status() {
    return status;
  }

  /**
   * Starts to watch the folder. The timer remains the caller's to shut down.
   *
   * @throws IllegalStateException if it is watched already
   */
  public synchronized void watch(ScheduledExecutorService timer) {
    if (watch != null) {
      throw new IllegalStateException("already watching " + files.folder());
    }
    long every = INTERVAL.toMillis();
    watch = timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  /** Takes up what stands in the folder now, without waiting for it to settle. */
  public synchronized void reload() {
    take(files.snapshot());
  }

  /** Stops watching; the live book stays. */
  @Override
  public synchronized void close() {
    if (watch != null) {
      watch.cancel(false);
      watch = null;
    }
  }

  /** Looks at the folder once, and takes it up if it changed and has settled. */
  synchronized void look() {
    try {
      var now = files.snapshot();
      if (now.digest().equals(seen) && !now.digest().equals(tried)) {
        take(now);
      }
      seen = now.digest();
    } catch (RuntimeException e) {
      // Thrown on, it would end the watch without a word.
      LOG.log(Level.ERROR, () -> "could not look at " + files.folder(), e);
    }
  }

  private void take(Snapshot snapshot) {
    tried = snapshot.digest();
    seen = snapshot.digest();
    try {
      var book = files.compile(snapshot);
      var live = status.live().filter(l -> l.book().digest().equals(book.digest()));
      if (live.isEmpty()) {
        whenLive.accept(book);
        LOG.log(Level.INFO, () -> "rule book " + book.digest() + ": " + book.size() + " rules");
        var names = List.copyOf(snapshot.files().keySet());
        live = Optional.of(new Live(book, clock.instant(), names));
      }
      status = new Status(live, List.of(), Optional.empty());
    } catch (ConfigException e) {
      refuse(snapshot, e.problems());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, () -> "could not take up " + files.folder(), e);
      var place = new Place(snapshot.label(), 0, 0);
      refuse(snapshot, List.of(new Problem(place, "cannot be taken up; the log tells more")));
    }
  }

  private void refuse(Snapshot snapshot, List<Problem> problems) {
    status = new Status(status.live(), problems, Optional.of(clock.instant()));
    String stays =
        status
            .live()
            .map(live -> "rule book " + live.book().digest() + " stays live")
            .orElse("no rules are live");
    LOG.log(Level.WARNING, () -> snapshot.label() + " not taken up, " + stays);
    problems.forEach(p -> LOG.log(Level.WARNING, p::toString));
  }
}
