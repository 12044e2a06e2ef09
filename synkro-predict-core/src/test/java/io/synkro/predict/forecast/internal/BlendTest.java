package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked out in the head. */
class BlendTest {
  private static final Outliers ANY = new Outliers(1e9, 0, 0);

  private static final double NAN = Double.NaN;
  private static final List<String> NAMES = List.of("A", "B", "C", "D");

  private static final boolean[] NONE = {false, false, false, false};
  private static final boolean[] LOCAL = {true, true, true, false};
  private static final boolean[] GLOBAL = {false, false, false, true};

  @Test
  void localMembersHaveTheirMedianOfWhatIsThere() {
    Blend blend = new Blend(LOCAL, NONE, 0);
    assertThat(blend.of(new double[] {9, 1, 5, 1000}, ANY)).isEqualTo(5);
    assertThat(blend.of(new double[] {9, NAN, 5, 1000}, ANY)).isEqualTo(7);
    assertThat(blend.of(new double[] {NAN, NAN, 5, 1000}, ANY)).isEqualTo(5);
    assertThat(blend.of(new double[] {NAN, NAN, NAN, 1000}, ANY)).isNaN();
    assertThat(blend.text(NAMES)).isEqualTo("median of A, B, C");
    assertThat(blend.uses(1)).isTrue();
    assertThat(blend.uses(3)).isFalse();
  }

  @Test
  void globalMembersHaveTheirMeanOfWhatIsThere() {
    Blend blend = new Blend(GLOBAL, LOCAL, 1);
    assertThat(blend.of(new double[] {9, 1, 5, 1000}, ANY)).isEqualTo(5);
    assertThat(blend.of(new double[] {NAN, 1, 6, 1000}, ANY)).isEqualTo(3.5);
    assertThat(blend.of(new double[] {NAN, NAN, NAN, 1000}, ANY)).isNaN();
    assertThat(blend.text(NAMES)).isEqualTo("mean of A, B, C");
    assertThat(blend.uses(3)).isFalse();
  }

  @Test
  void bothAreWeighedAndOneStandsInForTheOther() {
    Blend blend = new Blend(LOCAL, GLOBAL, 0.75);
    assertThat(blend.of(new double[] {9, 1, 5, 17}, ANY)).isEqualTo(0.25 * 5 + 0.75 * 17);
    assertThat(blend.of(new double[] {9, 1, 5, NAN}, ANY)).isEqualTo(5);
    assertThat(blend.of(new double[] {NAN, NAN, NAN, 17}, ANY)).isEqualTo(17);
    assertThat(blend.text(NAMES)).isEqualTo("75 % D + 25 % median of A, B, C");
    assertThat(blend.uses(0) && blend.uses(3)).isTrue();
  }

  @Test
  void aMemberAloneIsNamedAlone() {
    assertThat(new Blend(GLOBAL, NONE, 0).text(NAMES)).isEqualTo("D");
    assertThat(new Blend(NONE, GLOBAL, 1).text(NAMES)).isEqualTo("D");
  }

  @Test
  void whatTakesNoPartHasNoSayInWhatGoesAstray() {
    // three usual changes from the median 2 of 1, 2 and 100; the others, of 90 and more, are unused
    Blend blend =
        new Blend(new boolean[] {true, true, true, false, false, false, false}, new boolean[7], 0);
    Outliers outliers = new Outliers(1, 1, 2);
    assertThat(blend.of(new double[] {1, 2, 100, 90, 91, 92, 93}, outliers)).isEqualTo(2);
    Blend mean =
        new Blend(new boolean[6], new boolean[] {true, true, true, false, false, false}, 1);
    assertThat(mean.of(new double[] {1, 2, 100, 90, 91, 92}, outliers)).isEqualTo(8 / 3.0);
    assertThat(mean.of(new double[] {1, 2, 100, NAN, NAN, NAN}, outliers)).isEqualTo(8 / 3.0);
  }
}
