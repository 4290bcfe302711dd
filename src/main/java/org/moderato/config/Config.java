package org.moderato.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that an operator can set, read once from {@code moderato.yaml}.
 *
 * @param url how readers reach this server, such as {@code https://news.example}, without a slash
 *     at the end; empty where the operator did not say; only shown
 * @param database where comments are kept
 * @param maxVerdicts how many verdicts the cache holds
 * @param deskSession how long a moderator stays signed in without doing anything
 * @param trustedProxies addresses of proxies whose {@code X-Forwarded-For} is believed
 * @param sites the sites whose comments are moderated, at least one
 * @param demo the name of the site whose demonstration article is shown at {@code /}, if any
 */
public record Config(
    String url,
    Database database,
    int maxVerdicts,
    Duration deskSession,
    List<String> trustedProxies,
    List<Site> sites,
    Optional<String> demo) {

  /**
   * Where comments are kept.
   *
   * @param url a JDBC URL of H2 or PostgreSQL; empty for H2 in a file of the home's {@code data/}
   * @param user the database's user, or empty
   * @param password the user's password, or empty; never logged
   * @param timeout the longest that a request waits for the database
   * @param connections how many connections are open at most
   */
  public record Database(
      String url, String user, String password, Duration timeout, int connections) {
    public Database {
      requireNonNull(url);
      requireNonNull(user);
      requireNonNull(password);
      requireNonNull(timeout);
    }

    @Override
    public String toString() {
      return "Database[url=" + url + ", user=" + user + ", timeout=" + timeout + "]";
    }
  }

  public Config {
    requireNonNull(url);
    requireNonNull(database);
    requireNonNull(deskSession);
    trustedProxies = List.copyOf(trustedProxies);
    sites = List.copyOf(sites);
    requireNonNull(demo);
  }
}
