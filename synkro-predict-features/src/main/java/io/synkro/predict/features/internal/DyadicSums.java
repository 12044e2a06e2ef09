package io.synkro.predict.features.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Sums of 1, 2, 4, 8, … values that end at each value of a buffer, from which {@link WindowSums}
 * are put together for all windows of a stride. Memory is used again for the next series. Not safe
 * for use by many threads.
 */
final class DyadicSums {
  private final ChannelBuffer in;
  private final int stride;
  private final List<double[]> levels = new ArrayList<>();
  private double[] shifted = new double[0];
  private int known;

  DyadicSums(ChannelBuffer in, int stride) {
    this.in = in;
    this.stride = stride;
  }

  /** Forgets the series before. */
  void clear() {
    known = 0;
  }

  /**
   * Returns the sums of {@code 2^level} values, an array like the values: it is 0 in the pad.
   *
   * @param values what is added up, 0 in the pad
   */
  double[] level(int level, double[] values) {
    if (level == 0) {
      return values;
    }
    for (; known < level; known++) {
      double[] half = known == 0 ? values : levels.get(known - 1);
      double[] both = room(known);
      double[] other = shifted(half, stride << known, in.pad());
      int end = in.pad() + in.length();
      for (int i = in.pad(); i < end; i++) {
        both[i] = half[i] + other[i];
      }
    }
    return levels.get(level - 1);
  }

  /**
   * Copies an array so that each value lies where the one {@code back} places later was, the one of
   * the first step at {@code at}: the machine adds eight values at once only if they have one
   * index.
   */
  private double[] shifted(double[] values, int back, int at) {
    if (shifted.length < in.pad() + in.length()) {
      shifted = new double[in.pad() + in.length()];
    }
    System.arraycopy(values, in.pad() - back, shifted, at, in.length());
    return shifted;
  }

  private double[] room(int level) {
    int size = in.pad() + in.length();
    if (level == levels.size()) {
      levels.add(new double[size]);
    } else if (levels.get(level).length < size) {
      levels.set(level, new double[size]);
    }
    return levels.get(level);
  }

  /** Sums of the windows that end at each step. */
  void fill(int size, double[] values, double[] sums) {
    int top = 31 - Integer.numberOfLeadingZeros(size);
    System.arraycopy(level(top, values), in.pad(), sums, 0, in.length());
    int done = 1 << top;
    int steps = in.length();
    for (int level = top - 1; level >= 0; level--) {
      if ((size >> level & 1) != 0) {
        double[] piece = shifted(level(level, values), done * stride, 0);
        for (int t = 0; t < steps; t++) {
          sums[t] += piece[t];
        }
        done += 1 << level;
      }
    }
  }
}
