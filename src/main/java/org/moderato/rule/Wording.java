package org.moderato.rule;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.moderato.config.Suggestion;

/** Says in an editor's words what CEL's compiler says in a programmer's. */
final class Wording {
  private static final Map<String, String> TYPES =
      Map.of(
          "double", "a score",
          "int", "a whole number",
          "uint", "a whole number",
          "string", "a text",
          "bool", "a yes or no",
          "list(string)", "a list of texts",
          "null", "nothing");

  private static final List<String> FUNCTIONS =
      List.of(
          "all",
          "contains",
          "endsWith",
          "exists",
          "exists_one",
          "filter",
          "has",
          "map",
          "matches",
          "size",
          "startsWith");

  private static final Pattern UNKNOWN =
      Pattern.compile("undeclared reference to '([^']*)' \\(in container '.*'\\)");

  private static final List<Phrase> PHRASES =
      List.of(
          new Phrase(
              UNKNOWN,
              m ->
                  "unknown function '"
                      + m.group(1)
                      + "'"
                      + Suggestion.didYouMean(m.group(1), FUNCTIONS)),
          phrase(
              "found no matching overload for '([^']*)' applied to '(.*?)' \\(candidates.*",
              m -> overload(operator(m.group(1)), types(m.group(2)))),
          phrase(
              "expected type 'bool' but found '([^']*)'",
              m ->
                  "a condition must be true or false, found "
                      + type(m.group(1))
                      + "; compare it with something"),
          phrase(
              "type '([^']*)' does not support field selection",
              m -> "nothing can follow " + type(m.group(1)) + " after '.'"),
          phrase("For input string: (.*)", m -> "a number that is too large: " + m.group(1)),
          phrase(
              "expression does not select a field",
              m -> "has() is not needed: every symbol has a value"),
          phrase(
              "(?:mismatched input|extraneous input|no viable alternative at input|"
                  + "token recognition error at:) '(.*?)'(?: expecting.*)?",
              m -> unexpected(m.group(1))));

  private Wording() {}

  /** What CEL says, and how to say it to an editor. */
  private record Phrase(Pattern cel, Function<MatchResult, String> words) {}

  private static Phrase phrase(String cel, Function<MatchResult, String> words) {
    return new Phrase(Pattern.compile(cel, Pattern.DOTALL), words);
  }

  /** Returns the message in an editor's words, or as it is where it is not known. */
  static String of(String message) {
    return PHRASES.stream()
        .flatMap(
            p -> {
              var m = p.cel().matcher(message);
              return m.matches() ? Stream.of(p.words().apply(m)) : Stream.empty();
            })
        .findFirst()
        .orElse(message);
  }

  /**
   * Returns the unknown name that the message is about, else an empty string. Of a function's name,
   * CEL gives the place of the parenthesis behind it.
   */
  static String unknownName(String message) {
    var m = UNKNOWN.matcher(message);
    return m.matches() ? m.group(1) : "";
  }

  private static String overload(String operator, String types) {
    // CEL compares numbers of both kinds by size, but not for being equal.
    boolean numbers = types.equals("a score and a whole number");
    return "'"
        + operator
        + "' does not go with "
        + types
        + (numbers && operator.endsWith("=") ? "; write the number with a point, as in 1.0" : "");
  }

  private static String unexpected(String found) {
    String word = found.replace("\\n", "").strip();
    return switch (word) {
      case "<EOF>" -> "the condition ends too early";
      case "=" -> "unexpected '='; to compare, write '=='";
      case "and", "AND" -> "unexpected '" + word + "'; write '&&'";
      case "or", "OR" -> "unexpected '" + word + "'; write '||'";
      case "not", "NOT" -> "unexpected '" + word + "'; write '!'";
      case "," -> "unexpected ','; decimals are written with a point, as in 0.5";
      default ->
          word.startsWith("\"") || word.startsWith("'")
              ? "a quotation mark is missing after " + word
              : "unexpected '" + word + "'";
    };
  }

  /** Turns {@code _>=_} into {@code >=}. */
  private static String operator(String function) {
    return switch (function) {
      case "_?_:_" -> "?:";
      case "_[_]" -> "[]";
      case "@in" -> "in";
      default ->
          function.length() > 1 && (function.startsWith("_") || function.endsWith("_"))
              ? function.replace("_", "")
              : function;
    };
  }

  /** Turns {@code (double, string)} and {@code string.(int)} into words. */
  private static String types(String applied) {
    String list = applied.replaceFirst("\\.\\(", ", ").replaceFirst("^\\(", "");
    return Arrays.stream(list.replaceFirst("\\)$", "").split(", "))
        .filter(t -> !t.isBlank())
        .map(Wording::type)
        .collect(joining(" and "));
  }

  private static String type(String cel) {
    return TYPES.getOrDefault(cel, cel);
  }
}
