package org.moderato.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A comment was decided by somebody else since it was read. */
public final class DecidedMeanwhileException extends RuntimeException {
  private final String who;
  private final Instant when;

  DecidedMeanwhileException(String who, Instant when) {
    super("decided meanwhile by " + who + " at " + when);
    this.who = requireNonNull(who);
    this.when = requireNonNull(when);
  }

  /** Returns the name of the person who decided, or took a decision back, last. */
  public String who() {
    return who;
  }

  /** Returns when that was. */
  public Instant when() {
    return when;
  }
}
