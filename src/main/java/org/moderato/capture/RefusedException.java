package org.moderato.capture;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** A request that carries no comment which could be judged. */
final class RefusedException extends Exception {
  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.message());
    this.refusal = requireNonNull(refusal);
  }

  RefusedException(int status, String message) {
    this(new Refusal(status, message, Map.of()));
  }

  Refusal refusal() {
    return refusal;
  }
}
