package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked out in the head. */
class BlendTest {
  private static final double NAN = Double.NaN;
  private static final List<String> NAMES = List.of("A", "B", "C");

  @Test
  void aMeanWeighsWhatIsThere() {
    Blend blend = Blend.mean(new double[] {1, 3, 0});
    assertThat(blend.of(new double[] {4, 8, 1000})).isEqualTo(7);
    assertThat(blend.of(new double[] {NAN, 8, 1000})).isEqualTo(8);
    assertThat(blend.of(new double[] {NAN, NAN, 1000})).isNaN();
    assertThat(blend.uses(0)).isTrue();
    assertThat(blend.uses(2)).isFalse();
    assertThat(blend.text(NAMES)).isEqualTo("25 % A + 75 % B");
  }

  @Test
  void aMedianTakesTheMiddleOfWhatIsThere() {
    Blend all = Blend.median(new boolean[] {true, true, true});
    assertThat(all.of(new double[] {9, 1, 5})).isEqualTo(5);
    assertThat(all.of(new double[] {9, NAN, 5})).isEqualTo(7);
    assertThat(all.of(new double[] {NAN, NAN, 5})).isEqualTo(5);
    assertThat(all.of(new double[] {NAN, NAN, NAN})).isNaN();
    assertThat(all.text(NAMES)).isEqualTo("median of A, B, C");
    Blend some = Blend.median(new boolean[] {true, false, true});
    assertThat(some.of(new double[] {9, 1, 5})).isEqualTo(7);
    assertThat(some.uses(1)).isFalse();
    assertThat(some.text(NAMES)).isEqualTo("median of A, C");
  }

  @Test
  void aMemberAloneIsNamedAlone() {
    assertThat(Blend.mean(new double[] {0, 2, 0}).text(NAMES)).isEqualTo("B");
    assertThat(Blend.median(new boolean[] {false, true, false}).text(NAMES)).isEqualTo("B");
  }
}
