package org.moderato.command;

/** A command cannot go on; the message says why, in the operator's words. */
final class CommandException extends RuntimeException {
  CommandException(String message) {
    super(message);
  }

  CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
