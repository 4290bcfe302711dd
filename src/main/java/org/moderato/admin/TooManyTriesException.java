package org.moderato.admin;

import java.time.Duration;

/** Too many passwords were tried; the next may be tried after a while. */
final class TooManyTriesException extends RuntimeException {
  private final Duration wait;

  TooManyTriesException(Duration wait) {
    super("too many tries; next in " + wait);
    this.wait = wait;
  }

  /** Returns how long there is to wait, in whole seconds, at least 1. */
  long seconds() {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  /** Returns what to tell the person. */
  String advice() {
    long minutes = (seconds() + 59) / 60;
    String time =
        seconds() == 1 ? "a second" : minutes == 1 ? seconds() + " seconds" : minutes + " minutes";
    return "There were too many tries that failed. Please wait "
        + time
        + ", then try again; each further failure makes the wait longer.";
  }
}
