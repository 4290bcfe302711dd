package org.moderato.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.moderato.text.Normaliser;
import org.moderato.text.Span;
import org.moderato.text.Text;

/**
 * The entries of all word lists of a rule book, found in a text in one pass.
 *
 * <p>All entries share one trie over UTF-16 units in which a gap between words is an edge of its
 * own, and so is a {@code *}. A scan steps through the text word by word and keeps the set of nodes
 * that phrases have reached. Its cost grows with the text and the longest entry, not with the
 * number of entries. Immutable once built, and thread-safe.
 */
final class Lexicon {
  /** More marks than this tell a moderator nothing new. */
  private static final int MAX_MARKS = 100;

  private static final int MAX_ENTRY = 200;
  private static final int ROOT = 0;
  private static final int NONE = -1;
  private static final String GAP = " ";

  /** Not a character that a word can have. */
  private static final String STAR = "*";

  private static final int[] NO_LISTS = {};

  private final Edges edges;
  private final int[][] accepted;
  private final int lists;

  private Lexicon(Edges edges, int[][] accepted, int lists) {
    this.edges = edges;
    this.accepted = accepted;
    this.lists = lists;
  }

  /**
   * Returns for each list where its entries stand in the text as typed, in text order; at most 100
   * places a list.
   */
  List<List<Span>> scan(Text text) {
    return new Scan(text).run();
  }

  /** Collects the entries of lists. Not thread-safe. */
  static final class Builder {
    private final Normaliser normaliser;
    private final Edges edges = new Edges();
    private final List<int[]> accepted = new ArrayList<>(List.of(NO_LISTS));
    private int lists;

    /** Makes a builder that folds entries as {@code normaliser} folds texts. */
    Builder(Normaliser normaliser) {
      this.normaliser = normaliser;
    }

    /** Opens a new list and returns its number, from 0. */
    int list() {
      return lists++;
    }

    /**
     * Adds an entry to a list: a word, a phrase, or either with {@code *} at the start or the end
     * of a word for any letters there.
     *
     * @return what is wrong with the entry, in the editor's words; empty if it was added
     */
    String add(int list, String entry) {
      if (entry.length() > MAX_ENTRY) {
        return "an entry can have at most " + MAX_ENTRY + " characters, found " + entry.length();
      }
      String folded = normaliser.normalise(entry).folded();
      var words = Words.of(folded);
      if (words.count() == 0) {
        return "wanted a word, found '" + entry + "'";
      }
      var path = new StringBuilder();
      int stars = 0;
      for (int i = 0; i < words.count(); i++) {
        boolean before = starAt(folded, words.start(i) - 1);
        boolean after = starAt(folded, words.end(i));
        stars += (before ? 1 : 0) + (after ? 1 : 0);
        path.append(i > 0 ? GAP : "").append(before ? STAR : "");
        path.append(folded, words.start(i), words.end(i)).append(after ? STAR : "");
      }
      if (stars != folded.chars().filter(c -> c == '*').count()) {
        return "'*' can stand only at the start or the end of a word, found '" + entry + "'";
      }
      accept(path, list);
      return "";
    }

    private static boolean starAt(String folded, int at) {
      return at >= 0 && at < folded.length() && folded.charAt(at) == '*';
    }

    private void accept(CharSequence path, int list) {
      int node = ROOT;
      for (int i = 0; i < path.length(); i++) {
        int next = edges.get(node, path.charAt(i));
        if (next == NONE) {
          next = accepted.size();
          accepted.add(NO_LISTS);
          edges.put(node, path.charAt(i), next);
        }
        node = next;
      }
      int[] known = accepted.get(node);
      if (Arrays.stream(known).noneMatch(l -> l == list)) {
        int[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = list;
        accepted.set(node, more);
      }
    }

    Lexicon build() {
      return new Lexicon(edges, accepted.toArray(int[][]::new), lists);
    }
  }

  /** A phrase that is under way: how far it got, and where in the folded text it began. */
  private record Open(int node, int start) {}

  private final class Scan {
    private final Text text;
    private final String folded;
    private final List<List<Span>> hits = new ArrayList<>(lists);
    private List<Open> open = new ArrayList<>();
    private List<Open> opening = new ArrayList<>();

    Scan(Text text) {
      this.text = text;
      this.folded = text.folded();
      for (int i = 0; i < lists; i++) {
        hits.add(new ArrayList<>());
      }
    }

    List<List<Span>> run() {
      var words = Words.of(folded);
      for (int i = 0; i < words.count(); i++) {
        int start = words.start(i);
        int end = words.end(i);
        for (Open phrase : open) {
          step(phrase.node(), start, end, phrase.start());
        }
        step(ROOT, start, end, start);
        var spent = open;
        open = opening;
        opening = spent;
        opening.clear();
      }
      return hits;
    }

    private void step(int node, int start, int end, int began) {
      walk(node, start, end, began);
      int anyStart = edges.get(node, STAR.charAt(0));
      if (anyStart != NONE) {
        for (int i = start; i < end; i++) {
          walk(anyStart, i, end, began);
        }
      }
    }

    private void walk(int from, int start, int end, int began) {
      int node = from;
      for (int i = start; i < end; i++) {
        node = edges.get(node, folded.charAt(i));
        if (node == NONE) {
          return;
        }
        int anyEnd = edges.get(node, STAR.charAt(0));
        if (anyEnd != NONE) {
          arrive(anyEnd, began, end);
        }
      }
      arrive(node, began, end);
    }

    private void arrive(int node, int began, int end) {
      for (int list : accepted[node]) {
        var found = hits.get(list);
        var span = text.typedSpan(began, end);
        boolean known = !found.isEmpty() && found.get(found.size() - 1).equals(span);
        if (!known && found.size() < MAX_MARKS) {
          found.add(span);
        }
      }
      int next = edges.get(node, GAP.charAt(0));
      if (next != NONE && opening.stream().noneMatch(o -> o.node() == next)) {
        opening.add(new Open(next, began));
      }
    }
  }

  /** A hash table from a node and a unit to the next node, by open addressing. */
  private static final class Edges {
    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    int get(int node, char unit) {
      long key = key(node, unit);
      for (int i = slot(key, keys.length); keys[i] != 0; i = (i + 1) & (keys.length - 1)) {
        if (keys[i] == key) {
          return values[i];
        }
      }
      return NONE;
    }

    void put(int node, char unit, int next) {
      if (2 * size++ >= keys.length) {
        grow();
      }
      insert(key(node, unit), next);
    }

    private void grow() {
      long[] oldKeys = keys;
      int[] oldValues = values;
      keys = new long[2 * oldKeys.length];
      values = new int[2 * oldKeys.length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          insert(oldKeys[i], oldValues[i]);
        }
      }
    }

    private void insert(long key, int value) {
      int i = slot(key, keys.length);
      while (keys[i] != 0) {
        i = (i + 1) & (keys.length - 1);
      }
      keys[i] = key;
      values[i] = value;
    }

    /** Never 0, which marks a free slot. */
    private static long key(int node, char unit) {
      return (((long) node + 1) << 16) | unit;
    }

    private static int slot(long key, int length) {
      return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (length - 1);
    }
  }
}
