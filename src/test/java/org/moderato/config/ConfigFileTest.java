package org.moderato.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.config.Site.Fields;
import org.moderato.config.Site.Part;

final class ConfigFileTest {
  private static final String SITE =
      """
      sites:
        - name: courier
          paths: [/comments]
      """;

  @Test
  void parse_leastThatIsAllowed_hasTheDocumentedDefaults() {
    Config config = ConfigFile.parse("moderato.yaml", SITE);

    assertEquals("", config.url());
    assertEquals(new Config.Database("", "", "", Duration.ofSeconds(2), 8), config.database());
    assertEquals(10_000, config.maxVerdicts());
    assertEquals(Duration.ofHours(12), config.deskSession());
    assertEquals(List.of(), config.trustedProxies());
    assertEquals(Optional.empty(), config.demo());
    Site site = config.sites().get(0);
    assertEquals(List.of("en"), site.languages());
    assertEquals(List.of("POST"), site.methods());
    assertEquals(Fields.WORDPRESS, site.fields());
    assertEquals(List.of(Part.BODY, Part.NAME), site.required());
    assertEquals(524_288, site.maxBody());
    assertEquals(20_000, site.maxComment());
    assertFalse(site.holdsByDefault());
    assertFalse(site.forwards());
  }

  @Test
  void parse_everyKey_isRead() {
    Config config =
        ConfigFile.parse(
            "moderato.yaml",
            """
            url: https://news.example
            database: {url: "jdbc:postgresql://db/m", user: m, password: s, timeout: 250ms, connections: 3}
            cache: {max-verdicts: 7}
            desk: {session: 1m}
            trusted-proxies: [10.0.0.1]
            demo: courier
            sites:
              - name: courier
                languages: [de, en]
                default: hold
                paths: [/a, /b/*]
                methods: [post, put]
                fields: {body: text, name: nick, email: mail, url: web, page: article, parent: reply}
                required: [email]
                charset: windows-1252
                max-body: 2048
                max-comment: 500
                approved: forward
                sections:
                  opinion: [/opinion/*, /columns/*]
            """);

    assertEquals("https://news.example", config.url());
    assertEquals(
        new Config.Database("jdbc:postgresql://db/m", "m", "s", Duration.ofMillis(250), 3),
        config.database());
    assertEquals(7, config.maxVerdicts());
    assertEquals(Duration.ofMinutes(1), config.deskSession());
    assertEquals(List.of("10.0.0.1"), config.trustedProxies());
    assertEquals(Optional.of("courier"), config.demo());
    assertEquals(
        new Site(
            "courier",
            List.of("de", "en"),
            true,
            List.of("/a", "/b/*"),
            List.of("POST", "PUT"),
            new Fields("text", "nick", "mail", "web", "article", "reply"),
            List.of(Part.BODY, Part.EMAIL),
            Charset.forName("windows-1252"),
            2048,
            500,
            true,
            Map.of("/opinion/*", "opinion", "/columns/*", "opinion")),
        config.sites().get(0));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          url: news.example        | m.yaml:1:6: url must be like https://news.example without a slash at the end, was 'news.example'
          database: {url: jdbc:x}  | m.yaml:1:17: database.url must start with jdbc:h2: or jdbc:postgresql:, was 'jdbc:x'
          database: {timeout: 2}   | m.yaml:1:21: timeout must be a length of time of at least 250ms, such as 500ms, 2s, 30m, 12h or 30d, was '2'
          database: {timeout: 249ms} | m.yaml:1:21: timeout must be a length of time of at least 250ms, such as 500ms, 2s, 30m, 12h or 30d, was '249ms'
          desk: {session: 59s}     | m.yaml:1:17: session must be a length of time of at least 1m, such as 500ms, 2s, 30m, 12h or 30d, was '59s'
          database: {connections: 0} | m.yaml:1:25: connections must be a whole number from 1 to 1000, was '0'
          cache: {max-verdicts: 0} | m.yaml:1:23: max-verdicts must be a whole number from 1 to 10000000, was '0'
          cache: {max-verdict: 5}  | m.yaml:1:9: unknown key 'max-verdict'; did you mean 'max-verdicts'?
          cach: {}                 | m.yaml:1:1: unknown key 'cach'; did you mean 'cache'?
          cache: 5                 | m.yaml:1:8: wanted 'key: value' lines, found a single value
          demo: currier            | m.yaml:1:7: no site is named 'currier'; did you mean 'courier'?
          url: [x                  | m.yaml:2:6: not valid YAML: expected ',' or ']', but got :
          """)
  void parse_mistake_isReportedInItsPlace(String line, String problem) {
    var e =
        assertThrows(ConfigException.class, () -> ConfigFile.parse("m.yaml", line + "\n" + SITE));
    assertEquals(problem, e.getMessage());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          languages: [english]  | m.yaml:4:17: 'english' is no ISO 639-1 language code such as en or de
          languages: []         | m.yaml:4:16: at least one language is wanted, the main one first
          default: maybe        | m.yaml:4:14: default must be one of approve, hold, was 'maybe'
          required: [emial]     | m.yaml:4:16: unknown part 'emial'; did you mean 'email'?
          charset: klingon      | m.yaml:4:14: unknown charset 'klingon'
          max-body: 1           | m.yaml:4:15: max-body must be a whole number from 1024 to 67108864, was '1'
          sections: {a: b}      | m.yaml:4:19: a path must start with '/' and may end in '/*', was 'b'
          name: again           | m.yaml:4:5: 'name' stands here twice
          """)
  void parse_mistakeInSite_isReportedInItsPlace(String line, String problem) {
    String text = SITE + "    " + line + "\n";
    var e = assertThrows(ConfigException.class, () -> ConfigFile.parse("m.yaml", text));
    assertEquals(problem, e.getMessage());
  }

  @Test
  void parse_severalMistakes_areReportedTogether() {
    var e =
        assertThrows(
            ConfigException.class,
            () -> ConfigFile.parse("m.yaml", "sites:\n  - name: ''\n  - paths: [x/*y]\n"));
    assertEquals(
        """
        m.yaml:2:11: a site's name must be 1 to 60 letters, digits, dots, dashes or underscores, was ''
        m.yaml:2:5: a site must say under 'paths' where its comment form posts to
        m.yaml:3:5: a site's name must be 1 to 60 letters, digits, dots, dashes or underscores, was ''
        m.yaml:3:13: a path must start with '/' and may end in '/*', was 'x/*y'
        m.yaml:3:5: another site is named '' already""",
        e.getMessage());
  }

  @Test
  void parse_nothing_asksForASite() {
    var e = assertThrows(ConfigException.class, () -> ConfigFile.parse("m.yaml", ""));
    assertEquals("m.yaml:1:1: at least one site is wanted under 'sites'", e.getMessage());
  }

  @Test
  void read_notUtf8_saysSo(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("moderato.yaml"), new byte[] {'a', ':', (byte) 0xFF});
    var e = assertThrows(ConfigException.class, () -> ConfigFile.read(file));
    assertEquals(file + ": must be written in UTF-8", e.getMessage());
  }

  @Test
  void parse_theShippedFile_isSound() throws IOException {
    try (InputStream in = ConfigFile.class.getResourceAsStream("moderato.yaml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Config config = ConfigFile.parse("moderato.yaml", text);
      assertEquals(Optional.of("demo"), config.demo());
      assertEquals("opinion", config.sites().get(0).sectionOf("/opinion/trams"));
      assertEquals("", config.sites().get(0).sectionOf("/opinion"));
    }
  }

  @Test
  void database_toString_keepsThePasswordToItself() {
    var database = new Config.Database("jdbc:h2:mem:", "sa", "secret", Duration.ofSeconds(1), 1);
    assertFalse(database.toString().contains("secret"));
  }
}
