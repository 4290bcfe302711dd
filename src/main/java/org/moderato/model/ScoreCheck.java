package org.moderato.model;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.moderato.check.Finding;
import org.moderato.check.Symbol;
import org.moderato.text.Span;
import org.moderato.text.Text;

/**
 * Asks the models of a text's language, and marks the words that weighed most.
 *
 * <p>Every output of every model that was asked gives a score, also a low one, so that it stands in
 * the record. A text of undetermined language is read by the models of the site's main language. A
 * text in a language for which there is no model gives no score but the finding {@code unscored}
 * with the language's code; rules decide what that means.
 *
 * <p>A long text is read in stretches of {@value #STRETCH} characters, and the highest score
 * counts: an insult does not get milder by what stands around it. So work stays linear and memory
 * small.
 *
 * <p>Immutable, so shared by threads.
 */
final class ScoreCheck implements InLanguage {
  private static final int MAX_MARKS = 5;

  /** Below this score the whole text is the place: no words stand out. */
  private static final double MIN_SCORE_TO_MARK = 0.5;

  /** A word is marked if it weighs at least this much of what the heaviest one weighs. */
  private static final double MIN_SHARE_TO_MARK = 0.25;

  private static final Symbol UNSCORED =
      new Symbol(
          "unscored",
          Symbol.Kind.NAME,
          "The comment's language, where there is no model to judge its tone; otherwise empty.");

  private final List<TextModel> everywhere;
  private final Map<String, List<TextModel>> byLanguage;
  private final String mainLanguage;
  private final List<Symbol> symbols;

  /**
   * Makes a check for a site.
   *
   * @param models asked about texts in their own language only
   * @param everywhere asked about every text
   * @param mainLanguage the language that is assumed where it cannot be told
   */
  public ScoreCheck(List<TextModel> models, List<TextModel> everywhere, String mainLanguage) {
    this.everywhere = List.copyOf(everywhere);
    this.mainLanguage = mainLanguage;
    Map<String, List<TextModel>> languages = new LinkedHashMap<>();
    for (TextModel model : models) {
      languages.computeIfAbsent(model.language(), l -> new ArrayList<>()).add(model);
    }
    this.byLanguage = Map.copyOf(languages);
    Map<String, Symbol> named = new LinkedHashMap<>();
    for (TextModel model : concat(models, everywhere)) {
      for (TextModel.Output output : model.outputs()) {
        named.putIfAbsent(
            output.symbol(), new Symbol(output.symbol(), Symbol.Kind.SCORE, output.meaning()));
      }
    }
    named.put(UNSCORED.name(), UNSCORED);
    this.symbols = List.copyOf(named.values());
  }

  @Override
  public List<Symbol> symbols() {
    return symbols;
  }

  @Override
  public List<Finding> examine(Text text, String language) {
    String assumed = language.equals(LanguageCheck.UNDETERMINED) ? mainLanguage : language;
    List<TextModel> inLanguage = byLanguage.getOrDefault(assumed, List.of());
    var findings = new ArrayList<Finding>();
    if (inLanguage.isEmpty()) {
      findings.add(new Finding(UNSCORED.name(), 1, text.whole(), assumed));
    }
    List<TextModel> models = concat(inLanguage, everywhere);
    for (Best best : best(text, models)) {
      findings.addAll(best.findings(text));
    }
    return findings;
  }

  /** The stretch of a text that an output scores highest. */
  private record Best(TextModel model, int output, double score, Grams grams) {
    List<Finding> findings(Text text) {
      String symbol = model.outputs().get(output).symbol();
      List<Span> marks =
          score < MIN_SCORE_TO_MARK ? List.of() : heaviest(grams, model.byRun(grams, output));
      return (marks.isEmpty() ? List.of(text.whole()) : marks)
          .stream().map(mark -> new Finding(symbol, score, mark)).toList();
    }
  }

  private static List<Best> best(Text text, List<TextModel> models) {
    var best = new ArrayList<Best>();
    for (Grams grams : Stretches.of(text)) {
      int n = 0;
      for (TextModel model : models) {
        double[] scores = model.scores(grams);
        for (int output = 0; output < scores.length; output++, n++) {
          var here = new Best(model, output, scores[output], grams);
          if (n == best.size()) {
            best.add(here);
          } else if (here.score() > best.get(n).score()) {
            best.set(n, here);
          }
        }
      }
    }
    return best;
  }

  /** Returns the places of the heaviest words in text order, neighbours made one. */
  private static List<Span> heaviest(Grams grams, double[] weights) {
    double top = IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).max().orElse(0);
    if (top <= 0) {
      return List.of();
    }
    Set<Integer> chosen =
        IntStream.range(0, weights.length)
            .filter(i -> weights[i] >= MIN_SHARE_TO_MARK * top)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -weights[i]))
            .limit(MAX_MARKS)
            .collect(toUnmodifiableSet());
    var marks = new ArrayList<Span>();
    for (int run = 0; run < weights.length; run++) {
      if (chosen.contains(run)) {
        Span here = grams.runs().get(run);
        if (chosen.contains(run - 1)) {
          Span before = marks.remove(marks.size() - 1);
          here = new Span(before.start(), here.end());
        }
        marks.add(here);
      }
    }
    return marks;
  }

  private static List<TextModel> concat(List<TextModel> first, List<TextModel> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
