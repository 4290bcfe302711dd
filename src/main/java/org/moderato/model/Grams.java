package org.moderato.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.moderato.check.Link;
import org.moderato.check.LinkScanner;
import org.moderato.text.Span;
import org.moderato.text.Text;

/**
 * What a model reads of a stretch of text: its words, pairs of words, pieces of words and outward
 * shape, each with a value and the places where it stands.
 *
 * <p>A gram has a name, which is the predicate under which OpenNLP knows it, and a 64-bit hash of
 * that name, which is all that scoring needs:
 *
 * <ul>
 *   <li>{@code w:you}, {@code w:you are}: words and pairs of neighbouring words;
 *   <li>{@code c:yo}, {@code c: you}: 2 to 5 characters within a run of characters between spaces,
 *       with the space on either side;
 *   <li>{@code s:links 2}: a {@link Shape};
 *   <li>{@code b:}: always there, so that a model can learn what is usual.
 * </ul>
 *
 * <p>They are read from the folded view, with links left out, runs of one character cut to two and
 * each run of white space made one space. The value of a word or a piece is {@code 1 + ln n} for
 * {@code n} occurrences, divided by the Euclidean norm over all grams of its kind, so that long and
 * short texts compare; grams that a model does not know count in the norm too. A shape's value is
 * {@value #SHAPE_VALUE}, and that of {@code b:} is 1.
 *
 * <p>Work and memory are linear in the length. Not thread-safe; made for each text.
 */
final class Grams {
  static final char WORD = 'w';
  static final char PIECE = 'c';
  static final char SHAPE = 's';
  static final char BIAS = 'b';

  private static final int MIN_PIECE = 2;
  private static final int MAX_PIECE = 5;
  private static final float SHAPE_VALUE = 0.5f;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Text text;

  /**
   * The text as the grams see it, between two spaces, and where each unit is in the folded view.
   */
  private char[] view;

  private int[] origin;
  private int length;

  /** Occurrences: which gram, its place in the view, and the runs between spaces it touches. */
  private int[] gramOf = new int[512];

  private int[] from = new int[512];
  private int[] to = new int[512];
  private int[] firstRun = new int[512];
  private int occurrences;

  /** Distinct grams, found through a table of their numbers plus one. */
  private long[] hashes = new long[512];

  private char[] kinds = new char[512];
  private int[] counts = new int[512];
  private float[] values = new float[0];
  private int size;
  private int[] slots = new int[1024];

  private final List<Span> runs = new ArrayList<>();
  private final List<String> shapes;

  /** Reads a whole text. */
  Grams(Text text) {
    this(text, LinkScanner.scan(text), 0, text.folded().length());
  }

  /**
   * Reads a stretch of a text.
   *
   * @param links all links of the text
   * @param start the stretch's first unit in the folded view
   * @param end one past its last unit in the folded view
   */
  Grams(Text text, List<Link> links, int start, int end) {
    this.text = text;
    this.view = new char[end - start + 2];
    this.origin = new int[end - start + 2];
    List<Link> inside = links.stream().filter(l -> l.start() >= start && l.start() < end).toList();
    fillView(inside, start, end);
    readRuns();
    this.shapes = Shape.of(text, inside, start, end);
    for (String shape : shapes) {
      add(hash(shape), SHAPE, 0, 0, -1);
    }
    add(hash("b:"), BIAS, 0, 0, -1);
    weigh();
  }

  /** Returns how many distinct grams there are. */
  int size() {
    return size;
  }

  long hash(int gram) {
    return hashes[gram];
  }

  float value(int gram) {
    return values[gram];
  }

  char kind(int gram) {
    return kinds[gram];
  }

  /** Returns how many places grams stand in; each gram has at least one. */
  int occurrences() {
    return occurrences;
  }

  /** Returns which gram stands in a place. */
  int gramAt(int occurrence) {
    return gramOf[occurrence];
  }

  /** Returns how often a gram stands in the text. */
  int count(int gram) {
    return counts[gram];
  }

  /** Returns the number of the run that an occurrence starts in, or -1 if it has no place. */
  int runAt(int occurrence) {
    return firstRun[occurrence];
  }

  /** Returns the runs of characters between spaces, as spans of the text as typed. */
  List<Span> runs() {
    return runs;
  }

  /** Returns the name of the gram in a place. */
  String name(int occurrence) {
    int start = from[occurrence];
    int end = to[occurrence];
    return switch (kinds[gramOf[occurrence]]) {
      case PIECE -> "c:" + new String(view, start, end - start);
      case WORD -> {
        int firstEnd = start;
        while (firstEnd < end && isWordPart(view[firstEnd])) {
          firstEnd++;
        }
        int lastStart = end;
        while (lastStart > firstEnd && isWordPart(view[lastStart - 1])) {
          lastStart--;
        }
        String first = "w:" + new String(view, start, firstEnd - start);
        yield firstEnd == end ? first : first + " " + new String(view, lastStart, end - lastStart);
      }
      case SHAPE -> shapes.get(occurrence - (occurrences - 1 - shapes.size()));
      default -> "b:";
    };
  }

  /** Returns the hash of a gram's name. */
  static long hash(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = step(hash, name.charAt(i));
    }
    return finish(hash);
  }

  private static long step(long hash, char c) {
    return (hash ^ c) * FNV_PRIME;
  }

  /** Spreads the bits (David Stafford's mix 13), since tables use the lowest ones. */
  private static long finish(long hash) {
    long h = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    h ^= h >>> 31;
    return h == 0 ? 1 : h;
  }

  private void fillView(List<Link> links, int start, int end) {
    String folded = text.folded();
    int nextLink = 0;
    put(' ', start);
    int at = start;
    while (at < end) {
      if (nextLink < links.size() && links.get(nextLink).start() == at) {
        space(at);
        at = Math.min(end, Math.max(at + 1, links.get(nextLink).end()));
        nextLink++;
        continue;
      }
      char c = folded.charAt(at);
      if (Character.isWhitespace(c) || Character.isISOControl(c)) {
        space(at);
      } else if (c != view[length - 1] || length < 2 || c != view[length - 2]) {
        put(c == '’' ? '\'' : c, at);
      }
      at++;
    }
    space(end);
  }

  private void space(int at) {
    if (view[length - 1] != ' ') {
      put(' ', at);
    }
  }

  private void put(char c, int at) {
    view[length] = c;
    origin[length] = at;
    length++;
  }

  private void readRuns() {
    long wordSeed = step(step(FNV_OFFSET, WORD), ':');
    long previousHash = 0;
    int previousStart = -1;
    int start = 1;
    while (start < length) {
      int end = start;
      while (view[end] != ' ') {
        end++;
      }
      int run = runs.size();
      runs.add(text.typedSpan(origin[start], origin[end]));
      readPieces(start - 1, end + 1, run);
      int at = start;
      while (at < end) {
        int wordEnd = at;
        long hash = wordSeed;
        while (wordEnd < end && isWordPart(view[wordEnd])) {
          hash = step(hash, view[wordEnd]);
          wordEnd++;
        }
        if (wordEnd > at) {
          add(finish(hash), WORD, at, wordEnd, run);
          if (previousStart >= 0) {
            long pair = step(previousHash, ' ');
            for (int i = at; i < wordEnd; i++) {
              pair = step(pair, view[i]);
            }
            add(finish(pair), WORD, previousStart, wordEnd, run);
          }
          previousHash = hash;
          previousStart = at;
        }
        at = Math.max(wordEnd, at + 1);
      }
      start = end + 1;
    }
  }

  private void readPieces(int start, int end, int run) {
    long seed = step(step(FNV_OFFSET, PIECE), ':');
    for (int i = start; i < end; i++) {
      if (Character.isLowSurrogate(view[i])) {
        continue;
      }
      long hash = seed;
      int limit = Math.min(end, i + MAX_PIECE);
      for (int j = i; j < limit; j++) {
        hash = step(hash, view[j]);
        if (j - i + 1 >= MIN_PIECE && !Character.isHighSurrogate(view[j])) {
          add(finish(hash), PIECE, i, j + 1, run);
        }
      }
    }
  }

  private static boolean isWordPart(char c) {
    return c == '\''
        || Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private void add(long hash, char kind, int start, int end, int run) {
    if (occurrences == gramOf.length) {
      int room = occurrences * 2;
      gramOf = Arrays.copyOf(gramOf, room);
      from = Arrays.copyOf(from, room);
      to = Arrays.copyOf(to, room);
      firstRun = Arrays.copyOf(firstRun, room);
    }
    int gram = gram(hash, kind);
    counts[gram]++;
    gramOf[occurrences] = gram;
    from[occurrences] = start;
    to[occurrences] = end;
    firstRun[occurrences] = run;
    occurrences++;
  }

  private int gram(long hash, char kind) {
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (slots[slot] != 0) {
      if (hashes[slots[slot] - 1] == hash) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      kinds = Arrays.copyOf(kinds, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    hashes[size] = hash;
    kinds[size] = kind;
    slots[slot] = size + 1;
    size++;
    if (size * 2 > slots.length) {
      widen();
    }
    return size - 1;
  }

  private void widen() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int gram = 0; gram < size; gram++) {
      int slot = (int) hashes[gram] & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = gram + 1;
    }
  }

  private void weigh() {
    values = new float[size];
    double words = 0;
    double pieces = 0;
    for (int gram = 0; gram < size; gram++) {
      double value = counts[gram] == 1 ? 1 : 1 + Math.log(counts[gram]);
      values[gram] = (float) value;
      if (kinds[gram] == WORD) {
        words += value * value;
      } else if (kinds[gram] == PIECE) {
        pieces += value * value;
      }
    }
    double wordNorm = Math.sqrt(words);
    double pieceNorm = Math.sqrt(pieces);
    for (int gram = 0; gram < size; gram++) {
      values[gram] =
          switch (kinds[gram]) {
            case WORD -> (float) (values[gram] / wordNorm);
            case PIECE -> (float) (values[gram] / pieceNorm);
            case SHAPE -> SHAPE_VALUE;
            default -> 1;
          };
    }
  }
}
