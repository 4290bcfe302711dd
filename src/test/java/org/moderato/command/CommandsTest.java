package org.moderato.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void tool_isFoundAsTheLauncherFindsIt() {
    assertTrue(
        ServiceLoader.load(ToolProvider.class).stream()
            .anyMatch(provider -> provider.type().equals(Commands.class)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --help          | java -jar moderato.war serve --port 9090
          -h              | 'COMMAND --help' tells more
          --version       | Moderato 0.
          serve --help    | --home=DIR
          score --help    | --column=NAME|N
          train --help    | RECIPE
          evaluate --help | --data=DIR
          """)
  void run_help_teachesOnStandardOutput(String line, String expected) {
    assertEquals(Commands.OK, run(line.split(" ")));
    assertTrue(out.toString(UTF_8).contains(expected), out.toString(UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          serv               | Unmatched argument at index 0: 'serv'
          --prt 80           | Unknown options: '--prt'
          serve --port eight | must be from 0 to 65535, was eight
          --port 65536       | must be from 0 to 65535, was 65536
          --port -1          | must be from 0 to 65535, was -1
          """)
  void run_wrongCommandLine_isAUsageError(String line, String expected) {
    assertEquals(Commands.USAGE, run(line.split(" ")));
    assertTrue(err.toString(UTF_8).contains(expected), err.toString(UTF_8));
  }

  @Test
  void run_serveOutsideOfTheWar_saysWhatToDo() {
    assertEquals(Commands.FAILED, run("serve", "--port", "0"));
    assertEquals(
        "serve works in the war only: java -jar moderato.war serve\n", err.toString(UTF_8));
  }

  private int run(String... args) {
    return new Commands()
        .run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
  }
}
