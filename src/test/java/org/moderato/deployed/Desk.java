package org.moderato.deployed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A moderator at the desk. */
final class Desk {
  private final Visitor moderator;

  private Desk(Visitor moderator) {
    this.moderator = moderator;
  }

  /** Signs in with the first password, as it stands in the home. */
  static Desk signIn(URI address, Path home) throws IOException, InterruptedException {
    var moderator = new Visitor(address);
    Element form = moderator.page("/desk/sign-in").expectFirst("form[action$=/desk/sign-in]");
    moderator.submit(form, Map.of("name", "admin", "password", firstPassword(home)));
    return new Desk(moderator);
  }

  static String firstPassword(Path home) throws IOException {
    return Files.readString(home.resolve("first-password.txt")).strip();
  }

  /** Returns a page of the desk. */
  Document page(String path) throws IOException, InterruptedException {
    return moderator.page(path);
  }

  /** Presses the button on the card of the first held comment with these words. */
  Document decide(String verb, String words) throws IOException, InterruptedException {
    Element card = moderator.page("/desk").expectFirst(".card:contains(" + words + ")");
    return moderator.submit(card.expectFirst("form[action$=/" + verb + "]"), Map.of());
  }

  /** Presses Undo on the page that a decision led to. */
  Document undo(Document decided) throws IOException, InterruptedException {
    return moderator.submit(decided.expectFirst("form[action$=/undo]"), Map.of());
  }
}
