package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.internal.DoubleArray;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LevelGroupTest {
  private static LevelGroup group(double... levels) {
    DoubleArray array = new DoubleArray();
    array.addAll(levels);
    return new LevelGroup(array);
  }

  @Test
  void theLowestAndTheHighestTenthAreLeftOut() {
    assertThat(group(100, 1, 2, 3, 4, 5, 6, 7, 8, 0).mean()).isEqualTo(4.5);
    assertThat(group(100, 1, 2).mean()).isCloseTo(103 / 3.0, within(1e-12));
  }

  @Test
  void theMeanWithoutOneIsThatOfTheOthersAlone() {
    SplittableRandom random = new SplittableRandom(1);
    for (int size = 2; size < 45; size++) {
      double[] levels = random.doubles(size, 0, 100).toArray();
      levels[size / 2] = levels[0]; // a tie
      LevelGroup all = group(levels);
      for (int k = 0; k < size; k++) {
        double[] others = new double[size - 1];
        System.arraycopy(levels, 0, others, 0, k);
        System.arraycopy(levels, k + 1, others, k, size - 1 - k);
        double expected = group(others).mean();
        assertThat(all.meanWithout(levels[k]))
            .as("%d of %s", k, Arrays.toString(levels))
            .isCloseTo(expected, within(1e-9));
      }
    }
  }
}
