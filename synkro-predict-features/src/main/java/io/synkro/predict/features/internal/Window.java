package io.synkro.predict.features.internal;

import io.synkro.predict.internal.Require;

/**
 * The last values that a rolling feature looks at: {@code size} values, {@code stride} steps apart.
 * Missing values are left out. Immutable.
 *
 * @param size number of values, from 1 to 10,000
 * @param stride steps from one value to the next: 1 for all of the last values, a season length for
 *     those of one season position
 * @param least how many of the values must have been observed for the feature not to be missing,
 *     from 1 to {@code size}
 */
public record Window(int size, int stride, int least) {
  /** Longest history that a window may cover. */
  public static final int MAX_LOOKBACK = 10_000;

  /** {@inheritDoc} */
  public Window {
    Require.atLeast("window", size, 1, "count the steps it covers");
    Require.atLeast("stride", stride, 1, "use the season length, such as 7");
    Require.that(
        (size - 1L) * stride < MAX_LOOKBACK,
        "window",
        size + " values every " + stride + " steps",
        "must reach back at most %d steps".formatted(MAX_LOOKBACK),
        "use an expanding or exponential feature for a longer memory");
    Require.that(
        least >= 1 && least <= size,
        "least number of observations",
        least,
        "must be from 1 to the size of the window, " + size,
        "");
  }

  /**
   * Creates a window of the last values that needs but one observation.
   *
   * @param size number of values
   * @return the window
   */
  public static Window of(int size) {
    return new Window(size, 1, 1);
  }

  /**
   * Returns how far back the window reaches.
   *
   * @return steps, 1 if it is the newest value alone
   */
  public int lookback() {
    return (size - 1) * stride + 1;
  }

  /**
   * Returns the window in words: {@code 28}, {@code 28 least 5}, {@code 4 every 7}.
   *
   * @return everything that the window is
   */
  public String text() {
    return size + (stride == 1 ? "" : " every " + stride) + (least == 1 ? "" : " least " + least);
  }

  /**
   * Returns the name of a feature of this window: {@code mean_28}, {@code mean_4_every_7}.
   *
   * @param statistic what is computed
   * @return letters, digits and underscores
   */
  public String name(String statistic) {
    return statistic
        + "_"
        + size
        + (stride == 1 ? "" : "_every_" + stride)
        + (least == 1 ? "" : "_least_" + least);
  }
}
