package org.moderato.command;

import java.io.IOException;
import java.net.BindException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.moderato.config.ConfigException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Serves the war with the server inside it.
 *
 * <p>The web application is the same as in any other container, {@code web.xml} included. When the
 * thread is interrupted, requests under way are finished before the application is stopped.
 */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    header = "Serve the site and the desk (what happens without a command).",
    description = {
      "",
      "The first start lays out the home directory and prints where the site, the desk and the rule"
          + " files are, and the desk's first password. Ctrl-C ends in good order."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar moderato.war serve --port 9090",
      "  java -jar moderato.war serve --host 127.0.0.1 --home /srv/moderato",
      "      behind a proxy on the same machine"
    })
final class Serve implements Callable<Integer> {
  private static final Duration TO_FINISH = Duration.ofSeconds(10);
  private static final int MAX_PORT = 65_535;

  private final Console console;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Port.class,
      defaultValue = "8080",
      description = "The port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "The address to listen on. Default: all addresses of this machine.")
  private Optional<String> host = Optional.empty();

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "Settings, rules and data. Default: what MODERATO_HOME or the system property"
              + " moderato.home says, else 'moderato' in your home directory.")
  private Optional<Path> home = Optional.empty();

  Serve(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    var server = new Server();
    server.setStopTimeout(TO_FINISH.toMillis());
    server.setHandler(new GracefulHandler(application()));
    ServerConnector connector = connector(server);
    start(server, connector);
    try {
      console.err().println("Listening on http://" + shown(connector) + "/ (Ctrl-C ends)");
      server.join();
    } catch (InterruptedException e) {
      console.err().println("Stopping");
    } finally {
      server.stop();
    }
    return Commands.OK;
  }

  private WebAppContext application() {
    var context = new WebAppContext();
    context.setContextPath("/");
    context.setBaseResourceAsPath(unpackedWar());
    // The command's own loader holds the application's classes already: once is enough.
    context.setClassLoader(Serve.class.getClassLoader());
    context.setThrowUnavailableOnStartupException(true);
    return context;
  }

  /** Returns the directory that holds {@code WEB-INF/classes}, where this class came from. */
  private static Path unpackedWar() {
    try {
      var classes =
          Path.of(Serve.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path webInf = classes.getParent();
      if (webInf == null || !webInf.endsWith("WEB-INF")) {
        throw new CommandException("serve works in the war only: java -jar moderato.war serve");
      }
      return classes.resolve("../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private ServerConnector connector(Server server) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setPort(port);
    host.ifPresent(connector::setHost);
    server.addConnector(connector);
    return connector;
  }

  private void start(Server server, ServerConnector connector) throws Exception {
    try {
      // Ask for the port first: two that share a home should not meet at its database.
      connector.open();
      tellApplication(connector);
      server.start();
    } catch (IOException e) {
      server.stop();
      throw e.getCause() instanceof BindException
          ? new CommandException(
              "port " + port + " is taken by another program; choose one with --port", e)
          : e;
    } catch (Exception e) {
      server.stop();
      throw mistakeIn(e).orElse(e);
    }
  }

  /** Says where the home is and how this process is reached; the listener reads it there. */
  private void tellApplication(ServerConnector connector) {
    System.setProperty("moderato.address", "http://" + shown(connector));
    home.ifPresent(
        dir -> System.setProperty("moderato.home", dir.toAbsolutePath().normalize().toString()));
  }

  /** Returns the settings' mistakes, where they are what kept the application from starting. */
  private static Optional<Exception> mistakeIn(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof ConfigException mistakes) {
        return Optional.of(mistakes);
      }
    }
    return Optional.empty();
  }

  private String shown(ServerConnector connector) {
    return host.orElse("localhost") + ":" + connector.getLocalPort();
  }

  /** Reads a port's number. */
  static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > MAX_PORT) {
        throw new TypeConversionException("must be from 0 to 65535, was " + value);
      }
      return Integer.valueOf(value);
    }
  }
}
