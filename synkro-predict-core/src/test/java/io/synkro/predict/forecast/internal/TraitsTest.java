package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TraitsTest {
  @Test
  void theShareBetweenGroupsIsTheIntraclassCorrelation() {
    double[] values = {1, 2, 3, 5, 6, 7, 9, 10, 11};
    List<String> groups = List.of("a", "a", "a", "b", "b", "b", "c", "c", "c");
    // mean squares 48 and 1: (48 - 1) / 3 = 15.67 between, 1 within
    assertThat(Traits.between(values, groups)).isCloseTo(47 / 50.0, within(1e-12));
    assertThat(Traits.between(new double[] {1, 5, 2, 6}, List.of("a", "a", "b", "b"))).isZero();
    assertThat(Traits.between(values, List.of("", "", "", "", "", "", "", "", ""))).isZero();
  }

  @Test
  void groupsThatMeanNothingSeldomCount() {
    SplittableRandom random = new SplittableRandom(5);
    int counted = 0;
    for (int k = 0; k < 200; k++) {
      double[] values = random.doubles(60).toArray();
      List<String> groups = random.ints(60, 0, 8).mapToObj(Integer::toString).toList();
      counted += Traits.between(values, groups) > 0 ? 1 : 0;
    }
    assertThat(counted).isLessThan(20);
  }
}
