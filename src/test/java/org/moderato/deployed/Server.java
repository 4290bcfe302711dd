package org.moderato.deployed;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A running server process with the war in it. */
final class Server implements AutoCloseable {
  private static final Duration TO_START = Duration.ofSeconds(90);
  private static final Duration TO_STOP = Duration.ofSeconds(30);

  private final Process process;
  private final Path log;
  private final URI address;

  private Server(Process process, Path log, URI address) {
    this.process = process;
    this.log = log;
    this.address = address;
  }

  /**
   * Starts a server and waits until it says that it is ready.
   *
   * @param folder where it keeps its files; it may be used again once the server has ended
   * @param home the home of Moderato
   */
  static Server start(Container container, Path folder, Path home) throws Exception {
    int port = freePort();
    Path base = Files.createTempDirectory(folder, "base");
    List<String> command = container.prepare(base, port);
    Path log = base.resolve("server.log");
    var builder =
        new ProcessBuilder(command)
            .directory(base.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("MODERATO_HOME", home.toString());
    var server = new Server(builder.start(), log, URI.create("http://127.0.0.1:" + port));
    try {
      server.awaitReady();
      return server;
    } catch (Exception | Error e) {
      server.kill();
      throw e;
    }
  }

  URI address() {
    return address;
  }

  /** Returns what the server wrote to its log. */
  String log() throws IOException {
    return Files.readString(log);
  }

  /** Ends it as a crash would: SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Ends it in good order: SIGTERM. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.onExit().orTimeout(TO_STOP.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      kill();
      throw new AssertionError("did not end within " + TO_STOP + "\n" + log(), e);
    }
  }

  private void awaitReady() throws Exception {
    Instant deadline = Instant.now().plus(TO_START);
    var reader = new Visitor(address);
    while (!isReady(reader)) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new AssertionError("does not get ready: " + process + "\n" + log());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static boolean isReady(Visitor reader) throws InterruptedException {
    try {
      return reader.status("/health/ready") == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
