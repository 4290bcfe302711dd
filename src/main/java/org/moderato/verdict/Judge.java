package org.moderato.verdict;

import org.moderato.facts.Facts;

/**
 * Gives verdicts. Implementations are shared by request threads.
 *
 * <p>A judge that cannot answer throws; {@code Intake} then holds the comment. It never approves
 * out of ignorance.
 */
@FunctionalInterface
public interface Judge {
  /** Judges a text as typed, with what is known apart from it. */
  Verdict judge(String typed, Facts facts);
}
