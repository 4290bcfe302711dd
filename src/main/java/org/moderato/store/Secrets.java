package org.moderato.store;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keys that all instances on one database share, and that outlive a restart. Each is made at random
 * by the first that asks for it. Thread-safe.
 */
public final class Secrets {
  private static final int BYTES = 32;

  private final Transactions transactions;

  Secrets(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Returns a key of 32 bytes, the same whenever and wherever it is asked for.
   *
   * @param name what the key is for, of 1 to 60 letters and dashes
   * @param random makes the key if there is none yet; must be fit for cryptography
   */
  public byte[] get(String name, RandomGenerator random) {
    return find(name).orElseGet(() -> make(name, random));
  }

  private Optional<byte[]> find(String name) {
    return transactions
        .read(
            "reading a secret",
            handle ->
                handle
                    .createQuery("select hex from secrets where name = :name")
                    .bind("name", name)
                    .mapTo(String.class)
                    .findOne())
        .map(HexFormat.of()::parseHex);
  }

  private byte[] make(String name, RandomGenerator random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    try {
      transactions.write(
          "making a secret",
          handle ->
              handle
                  .createUpdate("insert into secrets (name, hex) values (:name, :hex)")
                  .bind("name", name)
                  .bind("hex", HexFormat.of().formatHex(secret))
                  .execute());
      return secret;
    } catch (StoreException e) {
      if (e.isDuplicate()) {
        // Another instance was quicker: its key is the one to use.
        return find(name).orElseThrow(() -> e);
      }
      throw e;
    }
  }
}
