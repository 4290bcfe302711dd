package org.moderato.rule;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
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
  private final Consumer<RuleBook> whenLive;
  private String seen = "";
  private String tried = "";
  private @Nullable Future<?> watch;
  private volatile State state = new State(Optional.empty(), List.of());

  /** Both change together, so that nobody sees a new book with the problems of an old one. */
  private record State(Optional<RuleBook> book, List<Problem> problems) {}

  /**
   * Reads the folder at once; mistakes are kept as {@link #problems}.
   *
   * @param whenLive told of each book that goes live, the first included, on the thread that read
   *     it
   */
  public LiveRules(RuleFiles files, Consumer<RuleBook> whenLive) {
    this.files = files;
    this.whenLive = whenLive;
    reload();
  }

  /** Returns the live book; empty as long as the folder has never been without a mistake. */
  public Optional<RuleBook> book() {
    return state.book();
  }

  /** Returns what keeps the folder as it is now from going live; empty if it is live. */
  public List<Problem> problems() {
    return state.problems();
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
      boolean same = state.book().map(b -> b.digest().equals(book.digest())).orElse(false);
      if (!same) {
        whenLive.accept(book);
        LOG.log(Level.INFO, () -> "rule book " + book.digest() + ": " + book.size() + " rules");
      }
      state = new State(Optional.of(book), List.of());
    } catch (ConfigException e) {
      refuse(snapshot, e.problems());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, () -> "could not take up " + files.folder(), e);
      var place = new Place(snapshot.label(), 0, 0);
      refuse(snapshot, List.of(new Problem(place, "cannot be taken up; the log tells more")));
    }
  }

  private void refuse(Snapshot snapshot, List<Problem> problems) {
    state = new State(state.book(), problems);
    String stays =
        state
            .book()
            .map(b -> "rule book " + b.digest() + " stays live")
            .orElse("no rules are live");
    LOG.log(Level.WARNING, () -> snapshot.label() + " not taken up, " + stays);
    problems.forEach(p -> LOG.log(Level.WARNING, p::toString));
  }
}
