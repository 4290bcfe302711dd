package org.moderato.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * People who sign in at the desk, their sign-ins, and sign-ins that failed. Names are unique
 * ignoring case. All instances on one database see the same. Thread-safe.
 */
public final class People {
  /** How long a failed sign-in is remembered. */
  public static final Duration FAILURE_KEPT = Duration.ofDays(1);

  /** How long a name may be, in UTF-16 units. */
  public static final int LONGEST_NAME = 100;

  private final Transactions transactions;
  private final Clock clock;

  People(Transactions transactions, Clock clock) {
    this.transactions = requireNonNull(transactions);
    this.clock = requireNonNull(clock);
  }

  /** Returns the person with this name; empty if there is none, whatever was typed. */
  public Optional<Person> find(String name) {
    if (!Storable.isText(name)) {
      return Optional.empty();
    }
    return transactions.read(
        "looking for a person",
        handle ->
            handle
                .createQuery("select name, password_hash from people where name_key = :key")
                .bind("key", key(name))
                .map(
                    (row, context) ->
                        new Person(row.getString("name"), row.getString("password_hash")))
                .findOne());
  }

  /**
   * Adds a person.
   *
   * @throws NameTakenException if there is somebody with this name
   * @throws IllegalArgumentException if the name is blank, longer than {@link #LONGEST_NAME} or
   *     holds a NUL or an unpaired surrogate
   */
  public Person create(String name, String passwordHash) {
    if (name.isBlank() || name.length() > LONGEST_NAME || !Storable.isText(name)) {
      throw new IllegalArgumentException(
          "a name must have 1 to %d characters".formatted(LONGEST_NAME));
    }
    try {
      transactions.write(
          "adding a person",
          handle ->
              handle
                  .createUpdate(
                      """
                      insert into people (name_key, name, password_hash) values (:key, :name, :hash)
                      """)
                  .bind("key", key(name))
                  .bind("name", name)
                  .bind("hash", passwordHash)
                  .execute());
    } catch (StoreException e) {
      if (e.isDuplicate()) {
        throw new NameTakenException(name, e);
      }
      throw e;
    }
    return new Person(name, passwordHash);
  }

  /**
   * Changes a person's password and ends all of their sign-ins.
   *
   * @throws NoSuchElementException if there is nobody with this name
   */
  public void changePassword(String name, String hash) {
    transactions.write(
        "changing a password",
        handle -> {
          int changed =
              handle
                  .createUpdate("update people set password_hash = :hash where name_key = :key")
                  .bind("hash", hash)
                  .bind("key", key(name))
                  .execute();
          if (changed == 0) {
            throw new NoSuchElementException("there is nobody named '" + name + "'");
          }
          return handle
              .createUpdate("delete from sessions where name_key = :key")
              .bind("key", key(name))
              .execute();
        });
  }

  /** Returns whether nobody can sign in yet. */
  public boolean isEmpty() {
    return transactions.read(
        "looking for people",
        handle ->
            handle
                .createQuery("select name from people limit 1")
                .mapTo(String.class)
                .findOne()
                .isEmpty());
  }

  /**
   * Remembers a sign-in, and forgets those that have expired.
   *
   * @param tokenHash the SHA-256 of the cookie's token, as text of at most 200 characters
   * @param person the name of somebody who exists
   */
  public void openSession(String tokenHash, String person, Instant expires) {
    transactions.write(
        "opening a session",
        handle -> {
          handle
              .createUpdate("delete from sessions where expires_at <= :now")
              .bind("now", clock.instant())
              .execute();
          return handle
              .createUpdate(
                  """
                  insert into sessions (token_hash, name_key, expires_at)
                  values (:token, :key, :expires)
                  """)
              .bind("token", tokenHash)
              .bind("key", key(person))
              .bind("expires", expires)
              .execute();
        });
  }

  /** Returns a sign-in that expires later than {@code now}. */
  public Optional<Session> session(String tokenHash, Instant now) {
    return transactions.read(
        "looking for a session",
        handle ->
            handle
                .createQuery(
                    """
                    select p.name, s.expires_at
                      from sessions s join people p on p.name_key = s.name_key
                     where s.token_hash = :token and s.expires_at > :now
                    """)
                .bind("token", tokenHash)
                .bind("now", now)
                .map(
                    (row, context) ->
                        new Session(row.getString("name"), CommentRow.moment(row, "expires_at")))
                .findOne());
  }

  /** Moves the end of a sign-in; without effect if it is not there any more. */
  public void renewSession(String tokenHash, Instant expires) {
    transactions.write(
        "renewing a session",
        handle ->
            handle
                .createUpdate("update sessions set expires_at = :expires where token_hash = :token")
                .bind("token", tokenHash)
                .bind("expires", expires)
                .execute());
  }

  /** Forgets a sign-in; it need not exist. */
  public void closeSession(String tokenHash) {
    transactions.write(
        "closing a session",
        handle ->
            handle
                .createUpdate("delete from sessions where token_hash = :token")
                .bind("token", tokenHash)
                .execute());
  }

  /**
   * Notes a sign-in that failed. It is remembered for {@link #FAILURE_KEPT}.
   *
   * @param key whatever failures are counted by, such as the name or the network address; any
   *     string, of which only a digest is stored
   */
  public void noteFailure(String key, Instant at) {
    transactions.write(
        "noting a failed sign-in",
        handle -> {
          handle
              .createUpdate("delete from failures where failed_at < :forgotten")
              .bind("forgotten", at.minus(FAILURE_KEPT))
              .execute();
          return handle
              .createUpdate("insert into failures (key_hash, failed_at) values (:key, :at)")
              .bind("key", digest(key))
              .bind("at", at)
              .execute();
        });
  }

  /** Returns how often sign-ins failed at or after {@code since}. */
  public int failuresSince(String key, Instant since) {
    return transactions.read(
        "counting failed sign-ins",
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) from failures where key_hash = :key and failed_at >= :since
                    """)
                .bind("key", digest(key))
                .bind("since", since)
                .mapTo(int.class)
                .one());
  }

  /** Returns when a sign-in failed last. */
  public Optional<Instant> lastFailure(String key) {
    return transactions.read(
        "looking for a failed sign-in",
        handle ->
            handle
                .createQuery(
                    """
                    select failed_at from failures
                     where key_hash = :key order by failed_at desc limit 1
                    """)
                .bind("key", digest(key))
                .map((row, context) -> CommentRow.moment(row, "failed_at"))
                .findOne());
  }

  /** Forgets the failures of a key, as after a sign-in that succeeded. */
  public void clearFailures(String key) {
    transactions.write(
        "forgetting failed sign-ins",
        handle ->
            handle
                .createUpdate("delete from failures where key_hash = :key")
                .bind("key", digest(key))
                .execute());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Any string becomes 64 characters that do not show it: people type passwords as names. */
  private static String digest(String key) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
