package org.moderato.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moderato.text.Span;
import org.moderato.text.Text;

/**
 * Finds the links in a comment and the servers that they lead to.
 *
 * <p>{@code links} is always the true number, though only the first {@value #MAX_PLACES} places are
 * marked; {@code domains} lists the first {@value #MAX_PLACES} different names.
 */
public record LinkCheck() implements Check {
  private static final int MAX_PLACES = 50;

  private static final Symbol LINKS =
      new Symbol("links", Symbol.Kind.COUNT, "How many links the comment has.");

  private static final Symbol DOMAINS =
      new Symbol(
          "domains",
          Symbol.Kind.NAMES,
          "The sites that the links lead to, in lower case and without 'www.'.");

  @Override
  public List<Symbol> symbols() {
    return List.of(LINKS, DOMAINS);
  }

  @Override
  public List<Finding> examine(Text text) {
    List<Link> links = LinkScanner.scan(text);
    var findings = new ArrayList<Finding>();
    Map<String, Span> domains = new LinkedHashMap<>();
    for (Link link : links) {
      if (findings.size() < MAX_PLACES) {
        Span where = text.typedSpan(link.start(), link.end());
        findings.add(new Finding(LINKS.name(), links.size(), where));
      }
      if (domains.size() < MAX_PLACES && !domains.containsKey(link.host())) {
        domains.put(link.host(), text.typedSpan(link.start(), link.end()));
      }
    }
    domains.forEach((host, where) -> findings.add(new Finding(DOMAINS.name(), 1, where, host)));
    return findings;
  }
}
