package org.moderato.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.moderato.config.ConfigException;
import picocli.CommandLine;

/**
 * The command line of the war. Found by {@code launch.Main} as the tool named {@code moderato}.
 *
 * <p>Exit codes: {@value #OK} when all went well, {@value #FAILED} when something failed, {@value
 * #USAGE} when the command line was wrong. A command ends early, in good order, when its thread is
 * interrupted.
 */
public final class Commands implements ToolProvider {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  private static final Set<String> ABOUT = Set.of("-h", "--help", "-V", "--version");

  @Override
  public String name() {
    return "moderato";
  }

  @Override
  public int run(PrintStream out, PrintStream err, String... args) {
    return run(
        new PrintWriter(out, false, StandardCharsets.UTF_8),
        new PrintWriter(err, true, Charset.defaultCharset()),
        args);
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... args) {
    return run(new Console(System.in, out, err, Console.errIsTerminal()), args);
  }

  /** Runs one command and returns its exit code. */
  static int run(Console console, String... args) {
    int code =
        line(new Root(), console)
            .addSubcommand(line(new Serve(console), console))
            .addSubcommand(line(new Score(console, new ShippedJudges()), console))
            .addSubcommand(line(new Train(console), console))
            .addSubcommand(line(new Evaluate(console), console))
            .execute(withCommand(args));
    console.out().flush();
    console.err().flush();
    return code;
  }

  /** Makes a command's line, with the manners that all commands share. */
  static CommandLine line(Object command, Console console) {
    return new CommandLine(command)
        .setOut(console.out())
        .setErr(console.err())
        .setExecutionExceptionHandler((e, line, parsed) -> failed(e, console.err()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  /** Puts {@code serve} where no command was given, so that the war alone serves. */
  private static String[] withCommand(String... args) {
    boolean given = args.length > 0 && (!args[0].startsWith("-") || ABOUT.contains(args[0]));
    List<String> all = new ArrayList<>(List.of(args));
    if (!given) {
      all.add(0, "serve");
    }
    return all.toArray(String[]::new);
  }

  /** Says what went wrong: in one line where the cause is known, else with where it happened. */
  private static int failed(Exception e, PrintWriter err) {
    if (e instanceof CommandException || e instanceof ConfigException) {
      err.println(e.getMessage());
    } else if (!(e instanceof InterruptedException)) {
      e.printStackTrace(err);
    }
    return FAILED;
  }
}
