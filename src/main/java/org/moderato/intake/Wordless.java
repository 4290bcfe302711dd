package org.moderato.intake;

import org.jspecify.annotations.Nullable;

/**
 * A failure as the log may show it: what kind it was and where it happened, down to its causes, but
 * not what its message said. Parsers and number formats like to quote the text that they choked on,
 * and a comment's words never stand in a log.
 */
final class Wordless extends Exception {
  private static final int MAX_CAUSES = 8;

  private Wordless(Throwable failure, @Nullable Throwable cause) {
    super(failure.getClass().getName(), cause);
    setStackTrace(failure.getStackTrace());
  }

  static Wordless of(Throwable failure) {
    return of(failure, MAX_CAUSES);
  }

  private static Wordless of(Throwable failure, int causes) {
    Throwable cause = failure.getCause();
    return new Wordless(failure, cause == null || causes == 0 ? null : of(cause, causes - 1));
  }
}
