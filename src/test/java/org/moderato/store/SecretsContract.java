package org.moderato.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@link Secrets} promises on every database. */
interface SecretsContract {
  /** Returns a database without rows. */
  Database database();

  @Test
  default void get_sameNameAgain_isTheSameKey() {
    byte[] first = database().secrets().get("tokens", new Random(1));
    assertEquals(32, first.length);
    assertArrayEquals(first, database().secrets().get("tokens", new Random(2)));
  }

  @Test
  default void get_anotherName_isAnotherKey() {
    byte[] first = database().secrets().get("tokens", new Random(1));
    byte[] other = database().secrets().get("forms", new Random(2));
    assertFalse(Arrays.equals(first, other));
  }
}
