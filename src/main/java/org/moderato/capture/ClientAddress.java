package org.moderato.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells who a request came from. Anybody can write an {@code X-Forwarded-For} header, so it is read
 * from the right, and only as far as proxies that the operator trusts have written it. Thread-safe.
 */
public final class ClientAddress {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** An address with a port behind it, which some proxies write. */
  private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):\\d+|\\[(.+)](?::\\d+)?");

  private final Set<InetAddress> trusted;

  /**
   * Makes it for some proxies.
   *
   * @param trustedProxies IP addresses; names are refused
   * @throws IllegalArgumentException if one is no IP address
   */
  public ClientAddress(Collection<String> trustedProxies) {
    trusted =
        trustedProxies.stream()
            .map(
                proxy ->
                    parse(proxy)
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    "trusted-proxies must be IP addresses, one was '"
                                        + proxy
                                        + "'")))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the address of the reader, or of the last proxy that is known to tell the truth. */
  public String of(HttpServletRequest request) {
    return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
  }

  String of(String peer, List<String> forwarded) {
    Optional<InetAddress> nearest = parse(peer);
    if (nearest.isEmpty() || !trusted.contains(nearest.get())) {
      return peer;
    }
    InetAddress known = nearest.get();
    var hops = new ArrayList<String>();
    forwarded.forEach(line -> hops.addAll(List.of(line.split(",", -1))));
    for (int i = hops.size() - 1; i >= 0; i--) {
      Optional<InetAddress> hop = parse(hops.get(i).strip());
      if (hop.isEmpty()) {
        break;
      }
      known = hop.get();
      if (!trusted.contains(known)) {
        break;
      }
    }
    return known.getHostAddress();
  }

  /**
   * Returns whether the reader came by HTTPS. The last word in {@code X-Forwarded-Proto} is that of
   * the proxy next to us; it counts if that proxy is trusted.
   */
  public boolean isSecure(HttpServletRequest request) {
    boolean proxied = parse(request.getRemoteAddr()).filter(trusted::contains).isPresent();
    List<String> schemes = Collections.list(request.getHeaders("X-Forwarded-Proto"));
    if (!proxied || schemes.isEmpty()) {
      return request.isSecure();
    }
    String last = schemes.get(schemes.size() - 1);
    return last.substring(last.lastIndexOf(',') + 1).strip().equalsIgnoreCase("https");
  }

  /** Reads an address without ever asking a name server. */
  private static Optional<InetAddress> parse(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    var ported = WITH_PORT.matcher(text);
    String bare = text;
    if (ported.matches()) {
      bare = ported.group(1) == null ? ported.group(2) : ported.group(1);
    }
    if (!IPV4.matcher(bare).matches() && !IPV6.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
