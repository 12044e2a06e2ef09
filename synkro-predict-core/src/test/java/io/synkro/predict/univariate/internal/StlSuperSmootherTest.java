package io.synkro.predict.univariate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.univariate.PublicSeries;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StlSuperSmootherTest {
  /** R 4.2: supsmu(1:100, Nile)$y, which computes in single precision here and there. */
  @Test
  void smoothsAsR() {
    double[] smooth = StlSuperSmoother.smooth(PublicSeries.nile());
    double[] some = {smooth[0], smooth[10], smooth[50], smooth[99]};
    assertThat(some)
        .containsExactly(
            new double[] {1164.28486295023, 1087.4298800705, 836.213571110295, 681.971753179847},
            within(1e-6));
  }

  @Test
  void leavesALineAsItIs() {
    for (int n = 1; n < 40; n++) {
      double[] line = new double[n];
      Arrays.setAll(line, t -> 5 - 2 * t);
      assertThat(StlSuperSmoother.smooth(line)).containsExactly(line, within(1e-9));
    }
  }
}
