package io.synkro.predict.engine.reference;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/** Kinds of labels that objectives ask for. */
public enum Labels {
  /** Numbers with noise around the mean. */
  NUMBER,
  /** Whole numbers, zero or more. */
  COUNT,
  /** Numbers above zero. */
  POSITIVE,
  /** 0 or 1. */
  BINARY,
  /** Probabilities. */
  FRACTION,
  /** {@link #CLASSES} classes. */
  CLASS,
  /** The same numbers as relevance, in queries of {@link #QUERY_ROWS} rows. */
  RELEVANCE,
  /** Times above zero, every third only known from below, as bounds. */
  INTERVAL,
  /** Times above zero, negative where every third ended without the event. */
  CENSORED,
  /** Two numbers a row. */
  PAIR;

  /** Number of classes of {@link #CLASS}. */
  public static final int CLASSES = 4;

  /** Rows of each query of {@link #RELEVANCE}. */
  public static final int QUERY_ROWS = 25;

  float label(double mean, SplittableRandom random) {
    double noisy = mean + random.nextDouble(-1, 1);
    boolean third = random.nextInt(3) == 0;
    return (float)
        switch (this) {
          case NUMBER, PAIR -> noisy;
          case COUNT -> third ? 0 : Math.max(0, Math.rint(noisy));
          case POSITIVE, INTERVAL -> Math.max(0.1, noisy);
          case BINARY -> noisy > 8 ? 1 : 0;
          case FRACTION -> 1 / (1 + Math.exp((8 - noisy) / 4));
          case CLASS, RELEVANCE -> Math.min(CLASSES - 1, Math.max(0, Math.floor(noisy / 4)));
          case CENSORED -> Math.max(0.1, noisy) * (third ? -1 : 1);
        };
  }

  int[] groups(int rows) {
    int[] groups = new int[this == RELEVANCE ? rows / QUERY_ROWS : 0];
    Arrays.fill(groups, QUERY_ROWS);
    return groups;
  }

  /** What XGBoost must be given beside or instead of the labels, by its own names. */
  Map<String, float[][]> fields(float[] labels) {
    int rows = labels.length;
    float[] other = new float[rows];
    for (int r = 0; r < rows; r++) {
      boolean open = this == INTERVAL && r % 3 == 0;
      other[r] = open ? Float.POSITIVE_INFINITY : this == PAIR ? 20 - 2 * labels[r] : labels[r];
    }
    float[] queries = new float[rows / QUERY_ROWS];
    Arrays.fill(queries, QUERY_ROWS);
    return switch (this) {
      case RELEVANCE -> Map.of("group", new float[][] {queries});
      case INTERVAL ->
          Map.of(
              "label_lower_bound", new float[][] {labels},
              "label_upper_bound", new float[][] {other});
      case PAIR -> Map.of("label", new float[][] {labels, other});
      default -> Map.of();
    };
  }
}
