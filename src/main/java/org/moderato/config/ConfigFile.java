package org.moderato.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.moderato.config.Site.Fields;
import org.moderato.config.Site.Part;

/** Reads {@code moderato.yaml}; every mistake in it is reported in one go. */
public final class ConfigFile {
  private static final Set<String> ISO_LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final List<String> PARTS =
      Stream.of(Part.values()).map(p -> p.name().toLowerCase(Locale.ROOT)).toList();
  private static final int MIB = 1024 * 1024;

  private final List<Problem> problems = new ArrayList<>();

  private ConfigFile() {}

  /**
   * Reads the settings from a file.
   *
   * @throws ConfigException with all mistakes, if there are any
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Config read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new ConfigException(
          List.of(new Problem(new Place(file.toString(), 0, 0), "must be written in UTF-8")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * Reads the settings from a text.
   *
   * @param name the name to report mistakes under
   * @throws ConfigException with all mistakes, if there are any
   */
  public static Config parse(String name, String text) {
    var reader = new ConfigFile();
    YamlMap yaml = YamlMap.parse(name, text, reader.problems);
    reader.stopAtProblems(); // in a file that is no YAML, nothing that follows would be news
    Config config = reader.config(yaml);
    reader.stopAtProblems();
    return config;
  }

  private void stopAtProblems() {
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }

  private Config config(YamlMap yaml) {
    String url = yaml.string("url", "");
    if (!url.isEmpty() && !url.matches("https?://[^/\\s]+(/\\S*[^/\\s])?")) {
      yaml.problem(
          "url",
          "url must be like https://news.example without a slash at the end, was '" + url + "'");
    }
    var database =
        yaml.map("database")
            .map(this::database)
            .orElseGet(() -> new Config.Database("", "", "", Duration.ofSeconds(2), 8));
    int maxVerdicts =
        yaml.map("cache")
            .map(cache -> ended(cache, cache.integer("max-verdicts", 10_000, 1, 10_000_000)))
            .orElse(10_000);
    var session =
        yaml.map("desk")
            .map(desk -> ended(desk, desk.duration("session", Duration.ofHours(12), "1m")))
            .orElse(Duration.ofHours(12));
    var proxies = yaml.strings("trusted-proxies", List.of());
    var sites = sites(yaml);
    var demo = yaml.text("demo").map(YamlText::text);
    if (demo.isPresent() && sites.stream().noneMatch(site -> site.name().equals(demo.get()))) {
      var names = sites.stream().map(Site::name).toList();
      yaml.problem(
          "demo",
          "no site is named '" + demo.get() + "'" + Suggestion.didYouMean(demo.get(), names));
    }
    yaml.end();
    return new Config(url, database, maxVerdicts, session, proxies, sites, demo);
  }

  private static <T> T ended(YamlMap map, T value) {
    map.end();
    return value;
  }

  private Config.Database database(YamlMap yaml) {
    String url = yaml.string("url", "");
    if (!url.isEmpty() && !url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
      yaml.problem(
          "url", "database.url must start with jdbc:h2: or jdbc:postgresql:, was '" + url + "'");
    }
    var database =
        new Config.Database(
            url,
            yaml.string("user", ""),
            yaml.string("password", ""),
            yaml.duration("timeout", Duration.ofSeconds(2), "250ms"),
            yaml.integer("connections", 8, 1, 1000));
    yaml.end();
    return database;
  }

  private List<Site> sites(YamlMap yaml) {
    var sites = new ArrayList<Site>();
    var names = new HashSet<String>();
    for (YamlMap map : yaml.maps("sites")) {
      var site = site(map);
      if (!names.add(site.name())) {
        map.problem("name", "another site is named '" + site.name() + "' already");
      }
      sites.add(site);
    }
    if (sites.isEmpty()) {
      yaml.problem("sites", "at least one site is wanted under 'sites'");
    }
    return sites;
  }

  private Site site(YamlMap yaml) {
    String name = yaml.string("name", "");
    if (!name.matches("[A-Za-z0-9._-]{1,60}")) {
      yaml.problem(
          "name",
          "a site's name must be 1 to 60 letters, digits, dots, dashes or underscores, was '"
              + name
              + "'");
    }
    var site =
        new Site(
            name,
            languages(yaml),
            yaml.choice("default", "approve", List.of("approve", "hold")).equals("hold"),
            paths(yaml),
            yaml.strings("methods", List.of("POST")).stream()
                .map(m -> m.toUpperCase(Locale.ROOT))
                .toList(),
            yaml.map("fields").map(this::fields).orElse(Fields.WORDPRESS),
            required(yaml),
            charset(yaml),
            yaml.integer("max-body", MIB / 2, 1024, 64 * MIB),
            yaml.integer("max-comment", 20_000, 1, 1_000_000),
            yaml.choice("approved", "keep", List.of("keep", "forward")).equals("forward"),
            yaml.map("sections").map(this::sections).orElse(Map.of()));
    yaml.end();
    return site;
  }

  private List<String> languages(YamlMap yaml) {
    for (YamlText language : yaml.texts("languages")) {
      if (!ISO_LANGUAGES.contains(language.text())) {
        problems.add(
            new Problem(
                language.place(),
                "'" + language.text() + "' is no ISO 639-1 language code such as en or de"));
      }
    }
    var languages = yaml.strings("languages", List.of("en"));
    if (languages.isEmpty()) {
      yaml.problem("languages", "at least one language is wanted, the main one first");
    }
    return languages;
  }

  private List<String> paths(YamlMap yaml) {
    var paths = yaml.texts("paths");
    if (paths.isEmpty()) {
      yaml.problem("paths", "a site must say under 'paths' where its comment form posts to");
    }
    paths.forEach(this::checkPattern);
    return paths.stream().map(YamlText::text).toList();
  }

  private void checkPattern(YamlText pattern) {
    String path = pattern.text();
    if (!path.startsWith("/") || path.substring(0, path.length() - 1).contains("*")) {
      problems.add(
          new Problem(
              pattern.place(),
              "a path must start with '/' and may end in '/*', was '" + path + "'"));
    }
  }

  private Fields fields(YamlMap yaml) {
    var wordpress = Fields.WORDPRESS;
    var fields =
        new Fields(
            yaml.string("body", wordpress.body()),
            yaml.string("name", wordpress.name()),
            yaml.string("email", wordpress.email()),
            yaml.string("url", wordpress.url()),
            yaml.string("page", wordpress.page()),
            yaml.string("parent", wordpress.parent()));
    yaml.end();
    return fields;
  }

  private List<Part> required(YamlMap yaml) {
    if (!yaml.has("required")) {
      return List.of(Part.BODY, Part.NAME);
    }
    var parts = new ArrayList<Part>(List.of(Part.BODY));
    for (YamlText part : yaml.texts("required")) {
      if (!PARTS.contains(part.text())) {
        problems.add(
            new Problem(
                part.place(),
                "unknown part '" + part.text() + "'" + Suggestion.didYouMean(part.text(), PARTS)));
      } else if (!part.text().equals("body")) {
        parts.add(Part.valueOf(part.text().toUpperCase(Locale.ROOT)));
      }
    }
    return parts;
  }

  private Charset charset(YamlMap yaml) {
    String name = yaml.string("charset", "UTF-8");
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      yaml.problem("charset", "unknown charset '" + name + "'");
      return StandardCharsets.UTF_8;
    }
  }

  private Map<String, String> sections(YamlMap yaml) {
    var sections = new LinkedHashMap<String, String>();
    for (String section : yaml.keys()) {
      for (YamlText path : yaml.texts(section)) {
        checkPattern(path);
        sections.put(path.text(), section);
      }
    }
    return sections;
  }
}
