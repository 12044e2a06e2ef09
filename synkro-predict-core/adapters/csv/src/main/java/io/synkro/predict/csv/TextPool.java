package io.synkro.predict.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gives every different text a number from 0 up, without making a string to look one up. */
final class TextPool {
  private final List<String> texts = new ArrayList<>();
  private int[] slots = new int[64];

  TextPool() {
    Arrays.fill(slots, -1);
  }

  /** Number of the text of a cell, or -1 if it was never added. */
  int find(Row row, int field) {
    char[] chars = row.chars();
    int from = row.from(field);
    int to = row.to(field);
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + chars[i];
    }
    for (int slot = start(hash); ; slot = (slot + 1) & (slots.length - 1)) {
      int code = slots[slot];
      if (code < 0 || same(texts.get(code), chars, from, to)) {
        return code;
      }
    }
  }

  /** Adds a text that is not in the pool yet. */
  int add(String text) {
    if (2 * (texts.size() + 1) > slots.length) {
      slots = new int[2 * slots.length];
      Arrays.fill(slots, -1);
      for (int code = 0; code < texts.size(); code++) {
        place(texts.get(code), code);
      }
    }
    texts.add(text);
    place(text, texts.size() - 1);
    return texts.size() - 1;
  }

  String text(int code) {
    return texts.get(code);
  }

  int size() {
    return texts.size();
  }

  private void place(String text, int code) {
    int slot = start(text.hashCode());
    while (slots[slot] >= 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = code;
  }

  private int start(int hash) {
    int spread = hash * 0x9E3779B9;
    return (spread ^ (spread >>> 16)) & (slots.length - 1);
  }

  private static boolean same(String text, char[] chars, int from, int to) {
    if (text.length() != to - from) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != chars[from + i]) {
        return false;
      }
    }
    return true;
  }
}
