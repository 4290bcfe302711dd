package org.moderato.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** What {@code moderato --help} says. */
@Command(
    name = "moderato",
    mixinStandardHelpOptions = true,
    versionProvider = Root.Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    header = "Moderates readers' comments on your own server, and explains every verdict.",
    description = {"", "Without a command it serves the site and the desk."},
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all went well",
      "1:something failed, and standard error says what",
      "2:the command line was wrong"
    },
    footer = {
      "",
      "Examples:",
      "  java -jar moderato.war",
      "      serves http://localhost:8080/ and prints where the desk is",
      "  java -jar moderato.war serve --port 9090 --home /srv/moderato",
      "      serves on another port, with settings, rules and data in /srv/moderato",
      "  java -jar moderato.war score comments.csv > verdicts.jsonl",
      "      judges an archive and stores nothing",
      "",
      "'COMMAND --help' tells more about each command."
    })
final class Root {

  /** Reads the version that the build wrote down. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      try (InputStream in = Root.class.getResourceAsStream("version.txt")) {
        if (in == null) {
          throw new IllegalStateException("the build left out version.txt");
        }
        var version = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        return new String[] {"Moderato " + version};
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
