package org.moderato.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Paths on this very host. Whatever a request says about where to go next is reduced to one, so
 * that a form can never send a reader to somebody else's site.
 */
final class LocalPath {
  private LocalPath() {}

  /**
   * Returns path and query of {@code target}, if it lies on the host that the request was sent to;
   * empty for other hosts and for everything that browsers might read as another host.
   *
   * @param target a URL or a path
   */
  static Optional<String> of(HttpServletRequest request, @Nullable String target) {
    if (target == null || target.isEmpty() || !target.chars().allMatch(LocalPath::isPlain)) {
      return Optional.empty();
    }
    try {
      var uri = new URI(target);
      boolean path = uri.getScheme() == null && uri.getRawAuthority() == null;
      if (!path && !isHere(uri, request)) {
        return Optional.empty();
      }
      String local = uri.getRawPath() == null ? "" : uri.getRawPath();
      if (!local.startsWith("/") || local.startsWith("//")) {
        return Optional.empty();
      }
      return Optional.of(uri.getRawQuery() == null ? local : local + "?" + uri.getRawQuery());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Returns a path without its query. */
  static String withoutQuery(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private static boolean isPlain(int c) {
    return c > ' ' && c < 0x7F && c != '\\';
  }

  private static boolean isHere(URI uri, HttpServletRequest request) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String authority = uri.getRawAuthority();
    if (authority == null || !(scheme.equals("http") || scheme.equals("https"))) {
      return false;
    }
    // The scheme is not compared: behind a proxy that ends TLS the two differ. HTTP/2 has no Host.
    String host = request.getHeader("Host");
    return host == null
        ? request.getServerName().equalsIgnoreCase(uri.getHost())
        : host.equalsIgnoreCase(authority);
  }
}
