package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColdStartErrorsTest {
  @Test
  void launchesOfWhichAsLittleIsExpectedAreAGroupToo() {
    // half of 40 launches were of a kind of which next to nothing was sold before
    ColdStartErrors.Builder builder = new ColdStartErrors.Builder();
    for (int item = 0; item < 40; item++) {
      double level = item % 2 == 0 ? 0.1 : item;
      builder.add(item, level, level, item % 3);
    }
    assertThat(builder.build().isEmpty()).isFalse();
  }
}
