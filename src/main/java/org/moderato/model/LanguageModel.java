package org.moderato.model;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * The language model that Apache OpenNLP publishes, which knows 103 languages.
 *
 * <p>Its probabilities are flat, a few per cent even for the right language, so only the ratio of
 * one to another tells anything. Takes some 40 MB of heap: load it once. Thread-safe, since it
 * makes a detector for each text.
 */
final class LanguageModel {
  private static final String RESOURCE = "/langdetect-183.bin";

  /** Longer texts are judged by their start, in UTF-16 units: it tells enough, and costs less. */
  private static final int MAX_LENGTH = 2000;

  /** Codes of the model that the JDK cannot map to two letters: members of macrolanguages. */
  private static final Map<String, String> MEMBERS =
      Map.of(
          "cmn", "zh", "lvs", "lv", "ekk", "et", "pes", "fa", "nno", "no", "nob", "no", "plt", "mg",
          "pnb", "pa");

  private static final Map<String, String> TWO_LETTERS =
      Arrays.stream(Locale.getISOLanguages())
          .filter(code -> !threeLetters(code).isEmpty())
          .collect(toUnmodifiableMap(LanguageModel::threeLetters, code -> code, (a, b) -> a));

  /**
   * Languages that short texts in others are often mistaken for, so that more is lost than won by
   * considering them: Latin, Volapük, Breton, Chechen ...
   */
  private static final Set<String> SELDOM =
      Set.of(
          "la", "vo", "eo", "oc", "br", "cy", "ga", "mg", "su", "jv", "mi", "fo", "li", "zu", "ce",
          "tt", "ba");

  private final LanguageDetectorModel model;
  private final String digest;

  private LanguageModel(LanguageDetectorModel model, String digest) {
    this.model = model;
    this.digest = digest;
  }

  /**
   * Loads the model from the class path; takes about a second.
   *
   * @throws ModelException if it is not there or cannot be read
   */
  public static LanguageModel load() {
    try (InputStream in = LanguageModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new ModelException("the language model " + RESOURCE + " is missing");
      }
      byte[] file = in.readAllBytes();
      String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
      return new LanguageModel(new LanguageDetectorModel(new ByteArrayInputStream(file)), digest);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new ModelException("the language model " + RESOURCE + " cannot be read", e);
    }
  }

  /** Returns the SHA-256 of the model's file, in hexadecimal digits. */
  public String digest() {
    return digest;
  }

  /**
   * Returns how probable each language is, by ISO 639-1 code. Languages without such a code, and
   * those that hardly occur under news, are left out; so the sum is less than 1.
   */
  Map<String, Double> probabilities(String folded) {
    String start = folded.substring(0, Math.min(folded.length(), MAX_LENGTH));
    var probabilities = new HashMap<String, Double>();
    for (Language language : new LanguageDetectorME(model).predictLanguages(start)) {
      String code = twoLetters(language.getLang());
      if (!code.isEmpty() && !SELDOM.contains(code)) {
        probabilities.merge(code, language.getConfidence(), Math::max);
      }
    }
    return probabilities;
  }

  private static String twoLetters(String code) {
    return MEMBERS.getOrDefault(code, TWO_LETTERS.getOrDefault(code, ""));
  }

  private static String threeLetters(String code) {
    try {
      return Locale.forLanguageTag(code).getISO3Language();
    } catch (MissingResourceException e) {
      return "";
    }
  }
}
