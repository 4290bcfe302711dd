package org.moderato.intake;

/** A comment was not stored, and whoever sent it has to be told so. */
public final class IntakeUnavailableException extends RuntimeException {
  IntakeUnavailableException(Throwable cause) {
    super("the comment could not be stored", cause);
  }
}
