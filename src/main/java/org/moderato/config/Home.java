package org.moderato.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code MODERATO_HOME}: the folder where all state lives.
 *
 * @param folder the folder itself
 * @param rules where rule files are read from; {@code rules/} in the folder unless the system
 *     property {@code moderato.rules} names another place
 */
public record Home(Path folder, Path rules) {
  private static final List<String> CONTAINER_BASES = List.of("catalina.base", "jetty.base");

  public Home {
    requireNonNull(folder);
    requireNonNull(rules);
  }

  /**
   * Finds the home: the system property {@code moderato.home}, else the environment's {@code
   * MODERATO_HOME}, else the context parameter {@code moderato.home}, else {@code moderato/} in the
   * container's base where that can be written to, else in the user's home. A property comes before
   * the environment because it is set for one process, by {@code serve --home} for instance.
   *
   * @param property looks up a system property
   * @param environment looks up a variable of the environment
   * @param parameter looks up a parameter of the servlet context
   */
  public static Home locate(
      Function<String, Optional<String>> property,
      Function<String, Optional<String>> environment,
      Function<String, Optional<String>> parameter) {
    Path folder =
        property
            .apply("moderato.home")
            .or(() -> environment.apply("MODERATO_HOME"))
            .or(() -> parameter.apply("moderato.home"))
            .map(Path::of)
            .or(() -> besideContainer(property))
            .orElseGet(() -> Path.of(property.apply("user.home").orElse("."), "moderato"))
            .toAbsolutePath()
            .normalize();
    Path rules =
        property
            .apply("moderato.rules")
            .map(path -> Path.of(path).toAbsolutePath().normalize())
            .orElse(folder.resolve("rules"));
    return new Home(folder, rules);
  }

  private static Optional<Path> besideContainer(Function<String, Optional<String>> property) {
    return CONTAINER_BASES.stream()
        .flatMap(name -> property.apply(name).stream())
        .map(Path::of)
        .filter(base -> Files.isWritable(base) || Files.isWritable(base.resolve("moderato")))
        .map(base -> base.resolve("moderato"))
        .findFirst();
  }

  /** Returns where the settings stand. */
  public Path configFile() {
    return folder.resolve("moderato.yaml");
  }

  /** Returns where the database and other state that nobody edits is kept. */
  public Path data() {
    return folder.resolve("data");
  }

  /** Returns the place kept for models of the newsroom's own; nothing is read from it yet. */
  public Path models() {
    return folder.resolve("models");
  }
}
