package io.synkro.predict.features.offline.internal;

import io.synkro.predict.features.view.EntityKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Numbers for keys, from 0 in the order in which they come. Keys are held as joined texts, since
 * that is how files have them. Growing; not safe for use by many threads while it grows.
 */
public final class KeyDictionary {
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /** Creates an empty dictionary. */
  public KeyDictionary() {}

  /**
   * Returns the number of a key, which it gets if it has none.
   *
   * @param text the joined key
   * @return its code
   */
  public int add(String text) {
    Integer code = codes.putIfAbsent(text, texts.size());
    if (code != null) {
      return code;
    }
    texts.add(text);
    return texts.size() - 1;
  }

  /**
   * Returns the numbers of keys, which they get if they have none.
   *
   * @param rows how many keys
   * @param keys the key of each row, most of them many times
   * @param target receives the codes
   * @param at where the first one goes
   */
  public void addAll(int rows, IntFunction<EntityKey> keys, int[] target, int at) {
    String last = "";
    int code = -1;
    for (int row = 0; row < rows; row++) {
      String text = keys.apply(row).joined();
      if (!text.equals(last)) { // sorted rows come with runs of one key
        last = text;
        code = add(text);
      }
      target[at + row] = code;
    }
  }

  /**
   * Returns how many keys there are.
   *
   * @return the count
   */
  public int size() {
    return texts.size();
  }

  /**
   * Returns a key.
   *
   * @param code its number
   * @return the joined key
   */
  public String text(int code) {
    return texts.get(code);
  }

  /** Returns the joined keys in the order of {@link String#compareTo}. */
  String[] sorted() {
    String[] sorted = texts.toArray(new String[0]);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Returns for each code the position of its key among the sorted ones. */
  int[] ranks(String[] sorted) {
    int[] ranks = new int[sorted.length];
    for (int rank = 0; rank < sorted.length; rank++) {
      Integer code = codes.get(sorted[rank]);
      if (code != null) { // always, since they are the same keys
        ranks[code] = rank;
      }
    }
    return ranks;
  }
}
