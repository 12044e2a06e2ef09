package io.synkro.predict.features.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpandingQuantileTest {
  private static final double[] LEVELS = {0, 0.1, 0.25, 0.5, 0.75, 0.9, 1};

  /** Takes in values and returns, level by level, the features after the last of them. */
  private static float[] quantiles(float[] values) {
    float[] quantiles = new float[LEVELS.length];
    for (int q = 0; q < LEVELS.length; q++) {
      ExpandingQuantile transform = new ExpandingQuantile(LEVELS[q]);
      double[] state = new double[transform.stateSize()];
      transform.start(state, 0);
      for (float value : values) {
        transform.update(state, 0, value);
      }
      quantiles[q] = transform.value(state, 0);
    }
    return quantiles;
  }

  private static float[] values(int count, IntToDoubleFunction value) {
    float[] values = new float[count];
    for (int t = 0; t < count; t++) {
      values[t] = (float) value.applyAsDouble(t);
    }
    return values;
  }

  @Test
  void isExactWhileDifferentValuesAreFew() {
    SplittableRandom random = new SplittableRandom(3);
    float[] values = values(5000, t -> random.nextInt(4) == 0 ? random.nextInt(64) : 0);
    float[] quantiles = quantiles(values);
    Arrays.sort(values);
    for (int q = 0; q < LEVELS.length; q++) {
      assertThat(quantiles[q]).isEqualTo(SortedWindows.quantile(values, 5000, LEVELS[q]));
    }
  }

  /** The share of values below the feature is that of the level but for a bin or so. */
  @ParameterizedTest
  @ValueSource(strings = {"even", "normal", "skewed", "trend", "season", "falling", "jump"})
  void isNearWhenAllValuesDiffer(String kind) {
    SplittableRandom random = new SplittableRandom(7);
    DoubleSupplier normal = () -> random.doubles(12).sum() - 6;
    float[] values =
        values(
            3000,
            t ->
                switch (kind) {
                  case "even" -> random.nextDouble();
                  case "normal" -> normal.getAsDouble();
                  case "skewed" -> StrictMath.exp(2 * normal.getAsDouble());
                  case "trend" -> t + 100 * normal.getAsDouble();
                  case "season" -> StrictMath.sin(t / 58.1) + 0.1 * normal.getAsDouble();
                  case "falling" -> -t;
                  default -> (t < 500 ? 10 : 20) + normal.getAsDouble();
                });
    float[] quantiles = quantiles(values);
    Arrays.sort(values);
    for (int q = 0; q < LEVELS.length; q++) {
      int below = -1 - Arrays.binarySearch(values, quantiles[q] * (1 - 1e-6f));
      double share = below < 0 ? LEVELS[q] : below / 3000.0;
      assertThat(share)
          .as("%s at %s: %s", kind, LEVELS[q], quantiles[q])
          .isCloseTo(LEVELS[q], within(0.01));
    }
    assertThat(quantiles[0]).isEqualTo(values[0]);
    assertThat(quantiles[LEVELS.length - 1]).isEqualTo(values[2999]);
  }

  /** The worst case: all of the bins were made where later values hardly ever fall. */
  @Test
  void liesWithinTheBinOfTheExactQuantile() {
    float[] values = values(10_000, t -> t < 200 ? t * 37 % 200 : 100 + (t * 0.61803 % 1));
    assertThat(quantiles(values)[3]).isCloseTo(100.5f, within(8f));
  }
}
