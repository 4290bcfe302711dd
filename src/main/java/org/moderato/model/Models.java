package org.moderato.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.moderato.check.Check;

/**
 * The models that come with Moderato, loaded once and shared by all sites.
 *
 * <p>Which there are is said by {@code models.txt} beside them: a file's name a line. Immutable, so
 * shared by threads.
 */
public final class Models {
  /** The languages that Moderato tells apart where nobody says which are wanted. */
  public static final List<String> LANGUAGES =
      List.of(
          "en", "ar", "da", "de", "el", "es", "fr", "it", "ko", "nl", "no", "pl", "pt", "ro", "ru",
          "sv", "tr", "uk", "vi", "zh");

  private static final String LIST = "models.txt";

  /** The language of a model that is asked about every text (ISO 639-2: multiple languages). */
  private static final String EVERY_LANGUAGE = "mul";

  private final LanguageModel languages;
  private final List<TextModel> texts;

  private Models(LanguageModel languages, List<TextModel> texts) {
    this.languages = languages;
    this.texts = List.copyOf(texts);
  }

  /**
   * Loads all models from the class path.
   *
   * @throws ModelException if one is missing, cut off or altered; its message names the file
   */
  public static Models load() {
    var texts = new ArrayList<TextModel>();
    try {
      for (String name : new String(resource(LIST), UTF_8).lines().toList()) {
        texts.add(TextModel.read(name, resource(name)));
      }
    } catch (IOException e) {
      throw new ModelException("the models cannot be read", e);
    }
    return new Models(LanguageModel.load(), texts);
  }

  /**
   * Returns what Moderato's own models can find in a site's comments.
   *
   * @param siteLanguages the ISO 639-1 codes of the languages that the site allows, the main one
   *     first
   */
  public List<Check> checks(List<String> siteLanguages) {
    var inLanguage = texts.stream().filter(m -> !m.language().equals(EVERY_LANGUAGE)).toList();
    var everywhere = texts.stream().filter(m -> m.language().equals(EVERY_LANGUAGE)).toList();
    var scores = new ScoreCheck(inLanguage, everywhere, siteLanguages.get(0));
    return List.of(new LanguageCheck(languages, siteLanguages, List.of(scores)));
  }

  /** Returns the loaded models of texts, in the order of the list. */
  public List<TextModel> texts() {
    return texts;
  }

  /**
   * Returns what tells these models from any others: the names and first twelve digits of the
   * digests of all of them.
   */
  public String digest() {
    var digests = new ArrayList<String>();
    digests.add("language " + languages.digest().substring(0, 12));
    texts.forEach(m -> digests.add(m.name() + " " + m.digest().substring(0, 12)));
    return String.join(", ", digests);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Models.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new ModelException("the model " + name + " is missing");
      }
      return in.readAllBytes();
    }
  }
}
