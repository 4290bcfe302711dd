package org.moderato.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The grams that a model is trained on: those of the right kinds that stand in enough texts.
 *
 * <p>Filled in two rounds over the same texts, so that memory goes to names of kept grams only:
 * first {@link #count} for each text, then {@link #close}, then {@link #number} as grams come by.
 * Numbers go up in order of first appearance, so training is repeatable. Not thread-safe.
 */
final class Vocabulary {
  private final Set<Character> kinds;
  private final int minTexts;

  /** Each gram's hash, and how many texts it stands in; once closed, its number or -1. */
  private long[] keys = new long[1 << 20];

  private int[] counts = new int[1 << 20];
  private int distinct;
  private int texts;

  private final List<String> names = new ArrayList<>();
  private final List<Double> rarities = new ArrayList<>();
  private int[] numbers = new int[0];

  Vocabulary(Set<Character> kinds, int minTexts) {
    this.kinds = kinds;
    this.minTexts = minTexts;
  }

  /** Counts the grams of one text. */
  void count(Grams grams) {
    texts++;
    for (int gram = 0; gram < grams.size(); gram++) {
      if (kinds.contains(grams.kind(gram))) {
        int slot = slot(grams.hash(gram));
        if (keys[slot] == 0) {
          keys[slot] = grams.hash(gram);
          distinct++;
        }
        counts[slot]++;
        if (distinct * 2 > keys.length) {
          widen();
        }
      }
    }
  }

  /** Ends the counting. */
  void close() {
    numbers = new int[keys.length];
    Arrays.fill(numbers, -1);
  }

  /** Returns a gram's number, or -1 if it was not kept. */
  int number(Grams grams, int occurrence) {
    int gram = grams.gramAt(occurrence);
    int slot = slot(grams.hash(gram));
    if (keys[slot] == 0 || counts[slot] < minTexts) {
      return -1;
    }
    if (numbers[slot] < 0) {
      numbers[slot] = names.size();
      names.add(grams.name(occurrence));
      char kind = grams.kind(gram);
      boolean plain = kind == Grams.SHAPE || kind == Grams.BIAS;
      rarities.add(plain ? 1.0 : 1 + Math.log((1.0 + texts) / (1.0 + counts[slot])));
    }
    return numbers[slot];
  }

  /** Returns how many grams have a number. */
  int size() {
    return names.size();
  }

  /** Returns the name of a gram. */
  String name(int number) {
    return names.get(number);
  }

  /** Returns the inverse document frequency of a gram, at least 1. */
  double rarity(int number) {
    return rarities.get(number);
  }

  private int slot(long hash) {
    int mask = keys.length - 1;
    int slot = (int) hash & mask;
    while (keys[slot] != 0 && keys[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void widen() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
