package io.synkro.predict.features.internal;

/**
 * Sums of squared deviations from the mean of a window. Two halves are joined by the pairwise
 * formula of Chan, Golub &amp; LeVeque (1983), <a
 * href="https://doi.org/10.1080/00031305.1983.10483115">doi:10.1080/00031305.1983.10483115</a>, eq.
 * 2.1: {@code q = q1 + q2 + (s1 / n1 - s2 / n2)² · n1 · n2 / (n1 + n2)}, so that large values of
 * little spread lose no digits. The halves are those of {@link WindowSums}. Stateless.
 */
final class WindowSquares {
  /** Pieces of at most 1,024 numbers below 2^16 have products below 2^53, which are exact. */
  static final int MOST_WHOLE = 2047;

  private WindowSquares() {}

  /** Joins the squared deviations of two sets with their counts and sums. */
  static double join(double n1, double s1, double q1, double n2, double s2, double q2) {
    if (n1 == 0) {
      return q2;
    }
    if (n2 == 0) {
      return q1;
    }
    double difference = s1 * (1.0 / n1) - s2 * (1.0 / n2);
    return q1 + q2 + difference * difference * weight(n1, n2);
  }

  static double weight(double n1, double n2) {
    return n1 * n2 * (1.0 / (n1 + n2));
  }

  /** The squared deviations of the window that ends at the newest value of a history. */
  static double of(HistoryView history, int size, int stride) {
    double[] counts = new double[size];
    double[] sums = new double[size];
    double[] squares = new double[size];
    for (int k = 0; k < size; k++) {
      float value = history.at(1 + k * stride);
      boolean seen = !Float.isNaN(value);
      counts[k] = seen ? 1 : 0;
      sums[k] = seen ? value : 0;
    }
    int done = 0;
    for (int piece = Integer.highestOneBit(size); piece > 0; piece /= 2) {
      if ((size & piece) != 0) {
        for (int half = 1; half < piece; half *= 2) {
          for (int k = done; k < done + piece; k += 2 * half) {
            joinInto(counts, sums, squares, k, k + half);
          }
        }
        if (done > 0) {
          joinInto(counts, sums, squares, 0, done);
        }
        done += piece;
      }
    }
    return squares[0];
  }

  /**
   * The same for a window of whole numbers in which nothing is missing. Up to a piece, where all
   * counts are powers of two, no step of the joining has a rounding error, so that the shorter way
   * {@code (n · Σv² - (Σv)²) / n} has the same bits.
   */
  static double ofWhole(WholeTotals totals, int end, int size) {
    double sum = 0;
    double squares = 0;
    int done = 0;
    for (int piece = Integer.highestOneBit(size); piece > 0; piece /= 2) {
      if ((size & piece) != 0) {
        int to = end - done;
        int total = totals.sum(to - piece, to);
        double scaled = (double) (piece * totals.squares(to - piece, to) - (long) total * total);
        squares = join(done, sum, squares, piece, total, scaled * (1.0 / piece));
        sum += total;
        done += piece;
      }
    }
    return squares;
  }

  /** The same for a window in which nothing is missing. */
  static double ofAll(HistoryView history, int size, int stride) {
    double[] sums = new double[size];
    double[] squares = new double[size];
    for (int k = 0; k < size; k++) {
      sums[k] = history.at(1 + k * stride);
    }
    int done = 0;
    for (int piece = Integer.highestOneBit(size); piece > 0; piece /= 2) {
      if ((size & piece) != 0) {
        halve(sums, squares, done, piece);
        if (done > 0) {
          squares[0] = join(done, sums[0], squares[0], piece, sums[done], squares[done]);
          sums[0] += sums[done];
        }
        done += piece;
      }
    }
    return squares[0];
  }

  /** Joins the values of a piece in pairs, the pairs in pairs, and so on. */
  private static void halve(double[] sums, double[] squares, int from, int piece) {
    for (int half = 1; half < piece; half *= 2) {
      double share = 1.0 / half;
      double weight = weight(half, half);
      for (int k = from; k < from + piece; k += 2 * half) {
        double difference = sums[k] * share - sums[k + half] * share;
        squares[k] = squares[k] + squares[k + half] + difference * difference * weight;
        sums[k] += sums[k + half];
      }
    }
  }

  private static void joinInto(double[] n, double[] s, double[] q, int first, int second) {
    q[first] = join(n[first], s[first], q[first], n[second], s[second], q[second]);
    s[first] += s[second];
    n[first] += n[second];
  }
}
