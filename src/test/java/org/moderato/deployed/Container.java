package org.moderato.deployed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the packaged war can run in. */
enum Container {
  TOMCAT_10_1 {
    @Override
    List<String> prepare(Path base, int port) throws IOException {
      return tomcat("tomcat10.version", base, port);
    }
  },
  TOMCAT_11 {
    @Override
    List<String> prepare(Path base, int port) throws IOException {
      return tomcat("tomcat11.version", base, port);
    }
  },
  JETTY_12 {
    @Override
    List<String> prepare(Path base, int port) throws IOException {
      Path start = unpacked("jetty-home", "jetty.version").resolve("start.jar");
      finish(
          List.of(
              java(),
              "-jar",
              start.toString(),
              "--create-startd",
              "--add-modules=http,ee10-deploy"),
          base);
      Path webapps = Files.createDirectories(base.resolve("webapps"));
      Files.copy(WAR, webapps.resolve("ROOT.war"));
      return List.of(
          java(), "-jar", start.toString(), "jetty.http.host=127.0.0.1", "jetty.http.port=" + port);
    }
  },
  JAVA_JAR {
    @Override
    List<String> prepare(Path base, int port) {
      return List.of(
          java(), "-jar", WAR.toString(), "serve", "--host", "127.0.0.1", "--port", "" + port);
    }
  };

  /** The war that the build has made. */
  static final Path WAR = Path.of(setting("moderato.war"));

  /**
   * Sets a server up.
   *
   * @param base an empty directory for it
   * @param port where it shall listen, on 127.0.0.1
   * @return the command that starts it, to be run in {@code base}
   */
  abstract List<String> prepare(Path base, int port) throws IOException;

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static List<String> tomcat(String versionSetting, Path base, int port)
      throws IOException {
    Path home = unpacked("apache-tomcat", versionSetting);
    Path conf = Files.createDirectories(base.resolve("conf"));
    Files.copy(home.resolve("conf/web.xml"), conf.resolve("web.xml"));
    Files.writeString(
        conf.resolve("server.xml"),
        """
        <Server port="-1">
          <Service name="Catalina">
            <Connector port="%d" address="127.0.0.1"/>
            <Engine name="Catalina" defaultHost="localhost">
              <Host name="localhost" appBase="webapps" failCtxIfServletStartFails="true"/>
            </Engine>
          </Service>
        </Server>
        """
            .formatted(port));
    for (String folder : List.of("temp", "logs", "webapps")) {
      Files.createDirectories(base.resolve(folder));
    }
    Files.copy(WAR, base.resolve("webapps/ROOT.war"));
    return List.of(
        java(),
        "-Dcatalina.home=" + home,
        "-Dcatalina.base=" + base,
        "-Djava.io.tmpdir=" + base.resolve("temp"),
        "-cp",
        home.resolve("bin/bootstrap.jar") + ":" + home.resolve("bin/tomcat-juli.jar"),
        "org.apache.catalina.startup.Bootstrap",
        "start");
  }

  private static Path unpacked(String name, String versionSetting) {
    return Path.of(setting("moderato.containers"), name + "-" + setting(versionSetting));
  }

  private static String setting(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("run by Maven: mvn verify sets " + name);
    }
    return value;
  }

  private static void finish(List<String> command, Path directory) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("setup.log").toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(Files.readString(directory.resolve("setup.log")));
      }
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
