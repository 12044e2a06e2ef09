package io.synkro.predict.features.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SortedWindowTest {
  private final SplittableRandom random = new SplittableRandom(3);
  private final SortedWindow window = new SortedWindow();

  private float[] values(int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      boolean missing = random.nextInt(10) == 0;
      values[i] = missing ? Float.NaN : random.nextInt(-100, 100) / 8f;
    }
    return values;
  }

  @Test
  void windowsOfAllSizesAreSorted() {
    for (int repeat = 0; repeat < 20; repeat++) {
      for (int size = 1; size < 80; size++) {
        float[] values = values(size);
        float[] sorted = values.clone();
        Arrays.sort(sorted); // missing values come last
        int count = size - countMissing(values);

        window.forget();
        window.sort(values, size, Window.of(size));

        assertThat(window.count()).isEqualTo(count);
        for (int k = 0; k < count; k++) {
          double level = count == 1 ? 1 : k / (count - 1.0);
          assertThat(window.quantile(level)).isCloseTo(sorted[k], within(1e-4f));
        }
      }
    }
  }

  private static int countMissing(float[] values) {
    int missing = 0;
    for (float value : values) {
      missing += Float.isNaN(value) ? 1 : 0;
    }
    return missing;
  }
}
