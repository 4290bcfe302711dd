package org.moderato.capture;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.config.Site;
import org.moderato.config.Site.Part;

/**
 * One request to a comment form, and the answer that it waits for.
 *
 * @param site whose form it is
 * @param host who shows the site's pages here; null if another application does
 * @param form what was read; {@link Form#NONE} where nothing could be
 */
record Exchange(
    HttpServletRequest request,
    HttpServletResponse response,
    Site site,
    @Nullable HostedSite host,
    Form form) {
  Exchange {
    requireNonNull(request);
    requireNonNull(response);
    requireNonNull(site);
    requireNonNull(form);
  }

  /** Returns this exchange with its request read. */
  Exchange reading() throws RefusedException {
    return new Exchange(request, response, site, host, Forms.read(request, site));
  }

  /** Returns the name of the form's field for a part, or an empty string if the form has none. */
  String field(Part part) {
    var fields = site.fields();
    return switch (part) {
      case BODY -> fields.body();
      case NAME -> fields.name();
      case EMAIL -> fields.email();
      case URL -> fields.url();
      case PAGE -> fields.page();
      case PARENT -> fields.parent();
    };
  }

  /** Returns what was typed for a part of the comment, as typed; empty if nothing was. */
  String typed(Part part) {
    String field = field(part);
    return field.isEmpty() ? "" : form.first(field);
  }

  /** Returns everything that was typed. */
  Map<Part, String> typed() {
    var typed = new EnumMap<Part, String>(Part.class);
    for (Part part : Part.values()) {
      typed.put(part, typed(part));
    }
    return typed;
  }

  /** Returns the hosted page that the comment belongs to, as a path within this application. */
  Optional<String> hostedPage() {
    return host == null ? Optional.empty() : host.pathOf(typed(Part.PAGE));
  }

  /**
   * Returns the path on this host of the page that the comment belongs to, without a query; empty
   * where it is not known.
   */
  String pagePath() {
    return hostedPage()
        .map(path -> request.getContextPath() + path)
        .or(() -> referrer().map(LocalPath::withoutQuery))
        .orElse("");
  }

  /** Returns the section of the paper that the page lies in, or an empty string. */
  String section() {
    String path = pagePath();
    String context = request.getContextPath();
    return site.sectionOf(path.startsWith(context) ? path.substring(context.length()) : path);
  }

  /** Returns where to send the reader: to the page, or where the form asks for, or home. */
  String back() {
    return hostedPage()
        .map(path -> request.getContextPath() + path)
        .or(() -> LocalPath.of(request, form.first("redirect_to")))
        .or(this::referrer)
        .orElse("/");
  }

  private Optional<String> referrer() {
    return LocalPath.of(request, request.getHeader("Referer"));
  }
}
