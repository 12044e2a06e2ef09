package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked out in the head. */
class BlendTest {
  private static final double NAN = Double.NaN;
  private static final List<String> NAMES = List.of("A", "B", "C", "D");

  private static final boolean[] NONE = {false, false, false, false};
  private static final boolean[] LOCAL = {true, true, true, false};
  private static final boolean[] GLOBAL = {false, false, false, true};

  @Test
  void localMembersHaveTheirMedianOfWhatIsThere() {
    Blend blend = new Blend(LOCAL, NONE, 0);
    assertThat(blend.of(new double[] {9, 1, 5, 1000})).isEqualTo(5);
    assertThat(blend.of(new double[] {9, NAN, 5, 1000})).isEqualTo(7);
    assertThat(blend.of(new double[] {NAN, NAN, 5, 1000})).isEqualTo(5);
    assertThat(blend.of(new double[] {NAN, NAN, NAN, 1000})).isNaN();
    assertThat(blend.text(NAMES)).isEqualTo("median of A, B, C");
    assertThat(blend.uses(1)).isTrue();
    assertThat(blend.uses(3)).isFalse();
  }

  @Test
  void globalMembersHaveTheirMeanOfWhatIsThere() {
    Blend blend = new Blend(GLOBAL, LOCAL, 1);
    assertThat(blend.of(new double[] {9, 1, 5, 1000})).isEqualTo(5);
    assertThat(blend.of(new double[] {NAN, 1, 6, 1000})).isEqualTo(3.5);
    assertThat(blend.of(new double[] {NAN, NAN, NAN, 1000})).isNaN();
    assertThat(blend.text(NAMES)).isEqualTo("mean of A, B, C");
    assertThat(blend.uses(3)).isFalse();
  }

  @Test
  void bothAreWeighedAndOneStandsInForTheOther() {
    Blend blend = new Blend(LOCAL, GLOBAL, 0.75);
    assertThat(blend.of(new double[] {9, 1, 5, 17})).isEqualTo(0.25 * 5 + 0.75 * 17);
    assertThat(blend.of(new double[] {9, 1, 5, NAN})).isEqualTo(5);
    assertThat(blend.of(new double[] {NAN, NAN, NAN, 17})).isEqualTo(17);
    assertThat(blend.text(NAMES)).isEqualTo("75 % D + 25 % median of A, B, C");
    assertThat(blend.uses(0) && blend.uses(3)).isTrue();
  }

  @Test
  void aMemberAloneIsNamedAlone() {
    assertThat(new Blend(GLOBAL, NONE, 0).text(NAMES)).isEqualTo("D");
    assertThat(new Blend(NONE, GLOBAL, 1).text(NAMES)).isEqualTo("D");
  }
}
