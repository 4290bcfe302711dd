package org.moderato.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import java.util.spi.ToolProvider;

/**
 * Runs the war by itself: unpacks it, and hands the arguments to the {@code moderato} tool inside.
 *
 * <p>The tool is found as a {@link ToolProvider}, with a class loader of the unpacked war's
 * classes, libraries and server. A signal to end interrupts the tool, waits until it has cleaned up
 * after itself, and then deletes what was unpacked.
 */
public final class Main {
  private static final int FAILED = 1;
  private static final long SECONDS_TO_STOP = 30;

  private Main() {}

  /** Runs the tool and ends the process with the tool's exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    var finished = new CountDownLatch(1);
    configureLogging();
    try (var home = Unpacked.from(war())) {
      Runtime.getRuntime().addShutdownHook(interrupter(Thread.currentThread(), finished));
      return runTool(home.directory(), args);
    } catch (IOException e) {
      System.err.println("moderato: cannot unpack the war: " + e);
      return FAILED;
    } finally {
      finished.countDown();
    }
  }

  private static int runTool(Path directory, String[] args) throws IOException {
    try (var loader =
        new URLClassLoader(classPath(directory), ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      ToolProvider tool =
          ServiceLoader.load(ToolProvider.class, loader).stream()
              .map(ServiceLoader.Provider::get)
              .filter(t -> t.name().equals("moderato"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("the war has no 'moderato' tool"));
      return tool.run(System.out, System.err, args);
    }
  }

  /** Sets up the log, unless the operator did so on the command line. */
  private static void configureLogging() {
    if (System.getProperty("java.util.logging.config.file") != null
        || System.getProperty("java.util.logging.config.class") != null) {
      return;
    }
    try (InputStream settings = Main.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path war() {
    try {
      return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Interrupts the tool when the process is told to end, and waits until it has finished. */
  private static Thread interrupter(Thread tool, CountDownLatch finished) {
    return new Thread(
        () -> {
          if (finished.getCount() > 0) {
            tool.interrupt();
            awaitQuietly(finished);
          }
        },
        "interrupter");
  }

  private static void awaitQuietly(CountDownLatch finished) {
    try {
      if (!finished.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        System.err.println("moderato: still busy after " + SECONDS_TO_STOP + " s, ending anyway");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static URL[] classPath(Path directory) throws IOException {
    var webInf = directory.resolve("WEB-INF");
    List<Path> entries = new ArrayList<>();
    entries.add(webInf.resolve("classes"));
    for (String folder : List.of("lib", "launcher")) {
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(webInf.resolve(folder), "*.jar")) {
        jars.forEach(entries::add);
      }
    }
    return entries.stream().map(Main::url).toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
