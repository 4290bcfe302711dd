package org.moderato.store;

/** Somebody whose name differs at most in case can sign in already. */
public final class NameTakenException extends RuntimeException {
  NameTakenException(String name, StoreException cause) {
    super("there is somebody named '" + name + "' already", cause);
  }
}
