package org.moderato.verdict;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.moderato.facts.Facts;

/**
 * A judge that remembers its verdicts.
 *
 * <p>A verdict is kept under all that it depends on: the text, and those facts that the rules can
 * see. Rule book and models are fixed for the judge behind; when they change, a new judge and with
 * it a new cache takes this one's place, so an old verdict is never served and nothing needs
 * invalidating. Texts are kept as SHA-256 digests, so the longest comments take no more room than
 * the shortest.
 *
 * <p>Copies of one comment that arrive at once are judged once: the first thread judges, the others
 * wait for it, and threads with other comments are not held up meanwhile. A judge that throws is
 * not remembered; everybody who waited gets what it threw. Thread-safe.
 */
public final class CachedJudge implements Judge {
  private final Judge judge;
  private final Function<Facts, Map<String, Object>> relevant;
  private final Cache<Key, CompletableFuture<Verdict>> verdicts;

  private record Key(ByteBuffer text, Map<String, Object> facts) {}

  /**
   * How the cache does.
   *
   * @param verdicts how many it holds, approximately
   * @param hits how many questions it answered itself
   * @param misses how many questions went to the judge behind
   */
  public record Statistics(long verdicts, long hits, long misses) {}

  /**
   * Puts a cache before a judge.
   *
   * @param judge whom to ask for what is not remembered
   * @param relevant picks the facts that the judge's rules can see
   * @param maxVerdicts how many verdicts to remember, at least 1
   */
  public CachedJudge(Judge judge, Function<Facts, Map<String, Object>> relevant, int maxVerdicts) {
    if (maxVerdicts < 1) {
      throw new IllegalArgumentException(
          "cache.max-verdicts must be at least 1, was " + maxVerdicts);
    }
    this.judge = requireNonNull(judge);
    this.relevant = requireNonNull(relevant);
    this.verdicts =
        Caffeine.newBuilder()
            .maximumSize(maxVerdicts)
            .executor(Runnable::run)
            .recordStats()
            .build();
  }

  @Override
  public Verdict judge(String typed, Facts facts) {
    var key = new Key(digest(typed), relevant.apply(facts));
    var known = verdicts.getIfPresent(key);
    if (known != null) {
      return await(known);
    }
    var mine = new CompletableFuture<Verdict>();
    var theirs = verdicts.asMap().putIfAbsent(key, mine);
    if (theirs != null) {
      return await(theirs);
    }
    try {
      var verdict = judge.judge(typed, facts);
      mine.complete(verdict);
      return verdict;
    } catch (Throwable e) {
      verdicts.asMap().remove(key, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  /** Returns how the cache does. */
  public Statistics statistics() {
    var stats = verdicts.stats();
    return new Statistics(verdicts.estimatedSize(), stats.hitCount(), stats.missCount());
  }

  private static Verdict await(CompletableFuture<Verdict> verdict) {
    try {
      return verdict.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static ByteBuffer digest(String typed) {
    try {
      // The units themselves: an encoder would make one of all unpaired surrogates
      var units = ByteBuffer.allocate(2 * typed.length());
      units.asCharBuffer().put(typed);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(units.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
