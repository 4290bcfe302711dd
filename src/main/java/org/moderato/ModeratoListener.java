package org.moderato;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.config.Config;
import org.moderato.config.ConfigFile;
import org.moderato.config.Home;
import org.moderato.config.ShippedFiles;

/**
 * Starts Moderato with the web application that it is part of, and stops it with it. Named in
 * {@code web.xml} and, for other applications, in the jar's {@code web-fragment.xml}.
 */
public final class ModeratoListener implements ServletContextListener {
  private static final Logger LOG = System.getLogger(ModeratoListener.class.getName());

  private @Nullable Moderato moderato;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    try {
      var home =
          Home.locate(
              name -> Optional.ofNullable(System.getProperty(name)),
              name -> Optional.ofNullable(System.getenv(name)),
              name -> Optional.ofNullable(context.getInitParameter(name)));
      ShippedFiles.layOut(home);
      Config config = ConfigFile.read(home.configFile());
      moderato = new Moderato(home, config);
      moderato.register(context);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, () -> "Moderato does not start: " + e.getMessage());
      stop();
      throw e;
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    stop();
  }

  private void stop() {
    if (moderato != null) {
      moderato.close();
      moderato = null;
    }
  }
}
