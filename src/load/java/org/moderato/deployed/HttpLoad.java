package org.moderato.deployed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Measures how many comments a second go through capture, verdict and durable store: the packaged
 * war in Tomcat on H2, on this machine, so that client and server share its cores.
 *
 * <p>Run by {@code mvn -Pload verify -DskipTests -DskipITs}. Sockets are written to by hand,
 * because an HTTP client would take more of the machine than the server does.
 */
public final class HttpLoad {
  private static final int CONNECTIONS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration MEASURED = Duration.ofSeconds(15);

  private final int port;
  private final AtomicLong serial = new AtomicLong();

  /** An answer's status, and whether the server keeps the connection. */
  private record Answer(int status, boolean kept) {}

  private HttpLoad(int port) {
    this.port = port;
  }

  /** Starts the server, sends distinct comments and then one comment over and over. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("moderato-load-");
    try (var server = Server.start(Container.TOMCAT_10_1, folder, folder.resolve("home"))) {
      var load = new HttpLoad(server.address().getPort());
      load.run("warm-up", WARM_UP, HttpLoad::distinct);
      load.run("distinct comments", MEASURED, HttpLoad::distinct);
      load.run("one comment repeated", MEASURED, n -> distinct(0));
    }
  }

  /** Returns a comment of about 300 characters that no other number has. */
  private static String distinct(long n) {
    return "Letter number "
        + n
        + ". I walked past the bridge this morning and wondered how many of us still remember the"
        + " old ferry, the bell on the east bank and the man who sold chestnuts there in winter."
        + " The new timetable is better than the last one, but somebody should tell the council"
        + " that people also live on Sundays.";
  }

  private void run(String name, Duration time, LongFunction<String> comment) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    var pool = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      var connections = new ArrayList<Callable<Map<Integer, Integer>>>();
      for (int i = 0; i < CONNECTIONS; i++) {
        connections.add(() -> send(comment, end));
      }
      var statuses = new TreeMap<Integer, Integer>();
      for (var sent : pool.invokeAll(connections)) {
        sent.get().forEach((status, count) -> statuses.merge(status, count, Integer::sum));
      }
      int all = statuses.values().stream().mapToInt(Integer::intValue).sum();
      System.out.printf(
          Locale.ROOT,
          "%-22s %,7.0f a second (%,d in %d s over %d connections; by status: %s)%n",
          name,
          all / (double) time.toSeconds(),
          all,
          time.toSeconds(),
          CONNECTIONS,
          statuses);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Sends comments one after the other, over one connection as long as the server keeps it. */
  private Map<Integer, Integer> send(LongFunction<String> comment, long end) throws IOException {
    var statuses = new TreeMap<Integer, Integer>();
    while (System.nanoTime() < end) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setTcpNoDelay(true);
        var out = new BufferedOutputStream(socket.getOutputStream());
        var in = new BufferedInputStream(socket.getInputStream());
        boolean kept = true;
        while (kept && System.nanoTime() < end) {
          write(out, comment.apply(serial.incrementAndGet()));
          Answer answer = answer(in);
          statuses.merge(answer.status(), 1, Integer::sum);
          kept = answer.kept();
        }
      }
    }
    return statuses;
  }

  private void write(OutputStream out, String comment) throws IOException {
    byte[] body =
        ("author=Ada+Reader&comment_post_ID=1&comment_parent=0&comment="
                + URLEncoder.encode(comment, UTF_8))
            .getBytes(UTF_8);
    String head =
        """
        POST /wp-comments-post.php HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        Accept: application/json\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: %d\r
        \r
        """
            .formatted(port, body.length);
    out.write(head.getBytes(ISO_8859_1));
    out.write(body);
    out.flush();
  }

  /** Reads an answer whole. */
  private static Answer answer(InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).split(" ", 3)[1]);
    int length = 0;
    boolean kept = true;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      kept &= !lower.equals("connection: close");
    }
    in.skipNBytes(length);
    return new Answer(status, kept);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
