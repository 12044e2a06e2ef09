package io.synkro.predict.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FeatureBinsTest {
  private static final FeatureSchema NUMBER = new FeatureSchema(List.of(Feature.number("x")));

  private static FeatureBins bins(int most, float... values) {
    return FeatureBins.of(new FeatureTable(NUMBER, new float[][] {values}), most);
  }

  @Test
  void fewValuesGetABinEach() {
    FeatureBins bins = bins(255, 3, 1, Float.NaN, 2, 1);
    assertThat(bins.size(0)).isEqualTo(3);
    assertThat(bins.upper(0, 0)).isEqualTo(1.5f);
    assertThat(bins.code(0, 1)).isZero();
    assertThat(bins.code(0, 1.5f)).isZero();
    assertThat(bins.code(0, 1.6f)).isEqualTo(1);
    assertThat(bins.code(0, 99)).isEqualTo(2);
    assertThat(bins.code(0, Float.NaN)).isEqualTo(FeatureBins.MISSING);
    assertThat(bins(255, Float.NaN).size(0)).isEqualTo(1);
  }

  @Test
  void manyValuesShareBinsOfEqualSize() {
    float[] values = new float[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    FeatureBins bins = bins(10, values);
    for (int i = 0; i < values.length; i++) {
      assertThat(bins.code(0, values[i])).isEqualTo(i / 100);
    }
  }

  @Test
  void categoriesAreTheirOwnBins() {
    FeatureSchema schema = new FeatureSchema(List.of(Feature.category("brand", 3)));
    FeatureTable table = new FeatureTable(schema, new float[][] {{0, 2}});
    FeatureBins bins = FeatureBins.of(table, 255);
    assertThat(bins.code(0, 2)).isEqualTo(2);
    assertThat(bins.code(0, 3)).isEqualTo(FeatureBins.MISSING);
    assertThat(bins.code(0, -1)).isEqualTo(FeatureBins.MISSING);
    assertThat(bins.code(0, 0.5f)).isEqualTo(FeatureBins.MISSING);
    assertThatThrownBy(() -> FeatureBins.of(table, 2)).hasMessageContaining("brand (3)");
  }

  @Property(tries = 500)
  void theBinIsTheFirstWhoseEndIsNotBelowTheValue(
      @ForAll @Size(min = 1, max = 300) float[] values,
      @ForAll @IntRange(min = 2, max = 255) int most,
      @ForAll float any) {
    FeatureBins bins = bins(most, values);
    assertFirst(bins, any);
    assertFirst(bins, -0f);
    assertFirst(bins, Float.NEGATIVE_INFINITY);
    for (float value : values) {
      assertFirst(bins, value);
      assertFirst(bins, Math.nextUp(value));
    }
    for (int bin = 0; bin < bins.size(0); bin++) {
      assertFirst(bins, bins.upper(0, bin));
      assertFirst(bins, Math.nextUp(bins.upper(0, bin)));
    }
  }

  private static void assertFirst(FeatureBins bins, float value) {
    int first = 0;
    while (!Float.isNaN(value) && bins.upper(0, first) < value) {
      first++;
    }
    byte[] code = new byte[2];
    bins.encode(0, new float[] {value}, 1, code, 1);
    assertThat(bins.code(0, value)).isEqualTo(Float.isNaN(value) ? FeatureBins.MISSING : first);
    assertThat(code[1] & 0xff).isEqualTo(bins.code(0, value));
  }

  @Property(tries = 300)
  void everyBinHasAValue(
      @ForAll @Size(min = 1, max = 400) float[] values,
      @ForAll @IntRange(min = 2, max = 40) int most) {
    FeatureBins bins = bins(most, values);
    for (int code = 0; code < bins.size(0); code++) {
      assertThat(bins.code(0, bins.value(0, code))).isEqualTo(code);
    }
    assertThat(bins.value(0, FeatureBins.MISSING)).isNaN();
  }

  @Property(tries = 300)
  void codesKeepTheOrderAndTheEnds(
      @ForAll @Size(min = 1, max = 400) float[] values,
      @ForAll @IntRange(min = 2, max = 40) int most) {
    FeatureBins bins = bins(most, values);
    assertThat(bins.size(0)).isBetween(1, most);
    for (float value : values) {
      int code = bins.code(0, value);
      if (Float.isNaN(value)) {
        assertThat(code).isEqualTo(FeatureBins.MISSING);
      } else {
        assertThat(value).isLessThanOrEqualTo(bins.upper(0, code));
        assertThat(code == 0 || bins.upper(0, code - 1) < value).isTrue();
      }
    }
  }
}
