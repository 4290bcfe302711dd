package org.moderato.command;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.zip.ZipException;

/** Says in the operator's words what went wrong with a file. */
final class Failures {
  private Failures() {}

  /** Returns what went wrong, without the file's name, in half a sentence. */
  static String explained(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "not allowed";
    }
    if (e instanceof EOFException) {
      return "ends in the middle; was it cut off?";
    }
    if (e instanceof ZipException) {
      return "damaged gzip data: " + e.getMessage();
    }
    Optional<String> reason =
        e instanceof FileSystemException f
            ? Optional.ofNullable(f.getReason())
            : Optional.ofNullable(e.getMessage());
    return reason.orElse(e.getClass().getSimpleName());
  }
}
