package io.synkro.predict.hierarchy.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds the b ≥ 0 nearest to given b̃ in the metric of V⁻¹: b = b̃ + Vμ with μ ≥ 0 and b'μ = 0.
 * Block principal pivoting with a single-exchange rule that cannot cycle (Júdice &amp; Pires 1994;
 * Kim &amp; Park 2011, <a href="https://doi.org/10.1137/110821172">doi:10.1137/110821172</a>; used
 * for reconciliation by Wickramasuriya, Turlach &amp; Hyndman 2020, <a
 * href="https://doi.org/10.1007/s11222-020-09930-0">doi:10.1007/s11222-020-09930-0</a>).
 */
final class BlockPivoting {
  private static final int MOST_ROUNDS = 200;

  /** About ten seconds. */
  private static final double MOST_MULTIPLICATIONS = 1e10;

  private static final int PATIENCE = 3;

  private final double[][] v;

  BlockPivoting(double[][] v) {
    this.v = v;
  }

  /**
   * Replaces b̃ by the nearest b ≥ 0.
   *
   * @return false if rounds or work came to their limit; negative values are then cut off
   */
  boolean boundAtZero(double[] b) {
    double[] free = b.clone();
    boolean[] bound = new boolean[b.length];
    double[] multiplier = new double[b.length];
    double largest = Arrays.stream(b).map(Math::abs).max().orElse(0);
    int fewest = b.length + 1;
    int patience = PATIENCE;
    double work = 0;
    for (int round = 0; round < MOST_ROUNDS && work < MOST_MULTIPLICATIONS; round++) {
      int[] wrong = wrong(b, bound, multiplier, largest * 1e-12);
      if (wrong.length == 0) {
        clip(b);
        return true;
      }
      if (wrong.length < fewest) {
        fewest = wrong.length;
        patience = PATIENCE;
      } else {
        patience--;
      }
      for (int j : patience >= 0 ? wrong : new int[] {wrong[wrong.length - 1]}) {
        bound[j] = !bound[j];
      }
      work += move(free, bound, multiplier, b);
    }
    clip(b);
    return false;
  }

  /** Series below zero, and series held at zero that would rise. */
  private int[] wrong(double[] b, boolean[] bound, double[] multiplier, double tolerance) {
    return IntStream.range(0, b.length)
        .filter(j -> bound[j] ? multiplier[j] * v[j][j] < -tolerance : b[j] < -tolerance)
        .toArray();
  }

  /** Returns the number of multiplications. */
  private double move(double[] free, boolean[] bound, double[] multiplier, double[] b) {
    int[] held = IntStream.range(0, b.length).filter(j -> bound[j]).toArray();
    double[][] system = new double[held.length][held.length];
    double[] push = new double[held.length];
    for (int i = 0; i < held.length; i++) {
      for (int k = 0; k < held.length; k++) {
        system[i][k] = v[held[i]][held[k]];
      }
      push[i] = -free[held[i]];
    }
    Cholesky.of(system).solve(push);
    Arrays.fill(multiplier, 0);
    System.arraycopy(free, 0, b, 0, b.length);
    for (int i = 0; i < held.length; i++) {
      multiplier[held[i]] = push[i];
      double[] column = v[held[i]];
      for (int j = 0; j < b.length; j++) {
        b[j] += column[j] * push[i];
      }
    }
    for (int j : held) {
      b[j] = 0;
    }
    return held.length * (held.length * (double) held.length / 6 + b.length);
  }

  private static void clip(double[] b) {
    for (int j = 0; j < b.length; j++) {
      b[j] = Math.max(0, b[j]);
    }
  }
}
