package io.synkro.predict.features.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTestTest {
  private static final FeatureSchema ONE = new FeatureSchema(List.of(Feature.number("x")));
  private static final int TRIALS = 1_000;

  private static FeatureTable table(
      Random random, int rows, ToDoubleFunction<Random> draw, FeatureSchema schema) {
    float[][] columns = new float[schema.size()][rows];
    for (float[] column : columns) {
      for (int row = 0; row < rows; row++) {
        column[row] = (float) draw.applyAsDouble(random);
      }
    }
    return new FeatureTable(schema, columns);
  }

  private static boolean alarms(FeatureTable reference, FeatureTable current, double rate) {
    int features = reference.schema().size();
    double[] pValues = new double[features];
    for (int c = 0; c < features; c++) {
      FeatureDistribution expected = FeatureDistribution.of(reference, c, 10);
      pValues[c] = DistributionTest.pValue(expected, expected.recount(current, c));
    }
    double[] adjusted = DistributionTest.benjaminiHochberg(pValues);
    return Arrays.stream(adjusted).anyMatch(p -> p <= rate);
  }

  private static double alarmRate(
      int referenceRows, int rows, FeatureSchema schema, ToDoubleFunction<Random> draw) {
    Random random = new Random(rows);
    int alarms = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      FeatureTable reference = table(random, referenceRows, draw, schema);
      alarms += alarms(reference, table(random, rows, draw, schema), 0.05) ? 1 : 0;
    }
    return (double) alarms / TRIALS;
  }

  /** Standard error 0.7 points: the limits are three of them away. */
  @ParameterizedTest
  @CsvSource({"2000, 50", "2000, 200", "2000, 1000", "300, 1000"})
  void falseAlarmsAreAsFrequentAsAsked(int referenceRows, int rows) {
    double rate = alarmRate(referenceRows, rows, ONE, Random::nextGaussian);
    assertThat(rate).isBetween(0.03, 0.07);
  }

  @ParameterizedTest
  @CsvSource({"50", "200", "1000"})
  void tiesZerosAndGapsRaiseNoMore(int rows) {
    double rate =
        alarmRate(
            2_000,
            rows,
            ONE,
            random -> {
              double u = random.nextDouble();
              return u < 0.6 ? 0 : u < 0.63 ? Double.NaN : Math.floor(-3 * Math.log(1 - u) / 0.5);
            });
    assertThat(rate).isLessThan(0.07);
  }

  @ParameterizedTest
  @CsvSource({"50", "200", "1000"})
  void manyRareCategoriesRaiseNoMore(int rows) {
    FeatureSchema category = new FeatureSchema(List.of(Feature.category("c", 500)));
    double rate =
        alarmRate(
            1_000, rows, category, random -> Math.floor(500 * Math.pow(random.nextDouble(), 3)));
    assertThat(rate).isLessThan(0.07);
  }

  @Test
  void manyFeaturesTogetherRaiseNoMoreThanOne() {
    FeatureSchema many =
        new FeatureSchema(IntStream.range(0, 10).mapToObj(i -> Feature.number("x" + i)).toList());
    double rate = alarmRate(500, 200, many, Random::nextGaussian);
    assertThat(rate).isBetween(0.03, 0.07);
  }

  @Test
  void aShiftOfAThirdOfADeviationIsSeenInFiveThousandRows() {
    Random random = new Random(1);
    for (int trial = 0; trial < 100; trial++) {
      FeatureTable reference = table(random, 2_000, Random::nextGaussian, ONE);
      FeatureTable shifted = table(random, 5_000, r -> r.nextGaussian() + 0.3, ONE);
      assertThat(alarms(reference, shifted, 1e-6)).isTrue();
    }
  }

  @Test
  void whatTheReferenceNeverHadIsSeenInFewRows() {
    assertThat(pValue(constant(5, 1_000), constant(5, 8))).isEqualTo(1);
    assertThat(pValue(constant(5, 1_000), constant(3, 8))).isLessThan(1e-12);
    assertThat(pValue(constant(5, 1_000), constant(7, 8))).isLessThan(1e-12);
    assertThat(pValue(constant(5, 1_000), constant(Float.NaN, 8))).isLessThan(1e-12);
    assertThat(pValue(constant(Float.NaN, 1_000), constant(5, 8))).isLessThan(1e-12);
    assertThat(pValue(constant(Float.NaN, 1_000), constant(Float.NaN, 8))).isEqualTo(1);
    assertThat(pValue(constant(5, 1_000), constant(7, 1))).isBetween(0.01, 0.05);
  }

  private static FeatureTable constant(float value, int rows) {
    float[] column = new float[rows];
    Arrays.fill(column, value);
    return new FeatureTable(ONE, new float[][] {column});
  }

  private static double pValue(FeatureTable reference, FeatureTable current) {
    FeatureDistribution expected = FeatureDistribution.of(reference, 0, 10);
    return DistributionTest.pValue(expected, expected.recount(current, 0));
  }

  /** Fisher's tea: 8 cups, 4 of them marked, 4 drawn; all right by chance 1 in 70, 3 or more 17. */
  @Test
  void theTailIsThatOfFishersTea() {
    assertThat(DistributionTest.hypergeometricAtLeast(4, 4, 4, 8))
        .isCloseTo(1 / 70.0, within(1e-12));
    assertThat(DistributionTest.hypergeometricAtLeast(3, 4, 4, 8))
        .isCloseTo(17 / 70.0, within(1e-12));
  }

  /** The four smallest of Benjamini and Hochberg (1995), section 4.1, are rejected at 0.05. */
  @Test
  void fourOfTheFifteenTestsOfBenjaminiAndHochbergAreRejected() {
    double[] pValues = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };
    double[] adjusted = DistributionTest.benjaminiHochberg(pValues);
    assertThat(Arrays.stream(adjusted).filter(p -> p <= 0.05).count()).isEqualTo(4);
  }

  @Test
  void countsAreThoseOfASlowCount() {
    Random random = new Random(3);
    FeatureTable table =
        table(random, 500, r -> r.nextInt(9) == 0 ? Double.NaN : r.nextInt(5) - 2, ONE);
    FeatureDistribution counted = FeatureDistribution.of(table, 0, 10);
    assertThat(counted.edges()).containsExactly(-2.0, -1.0, 0.0, 1.0, 2.0);
    for (int bin = 0; bin < 7; bin++) {
      int value = bin - 3;
      int slow = 0;
      for (int row = 0; row < table.rows(); row++) {
        slow += table.value(row, 0) == value ? 1 : 0;
      }
      assertThat(counted.counts().get(bin)).isEqualTo(slow);
    }
    assertThat(counted.rows()).isEqualTo(500);
  }

  @Test
  void aReferenceComesBackFromJson() throws Exception {
    FeatureBatch batch = new Rows().add(1, 0).add(2.5f, 2).add(Float.NaN, 1).batch();
    ReferenceDistribution reference = ReferenceDistribution.of(batch);
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readValue(json.writeValueAsString(reference), ReferenceDistribution.class))
        .isEqualTo(reference);
    assertThatThrownBy(() -> json.readValue("{\"features\":[]}", ReferenceDistribution.class))
        .hasMessageContaining("must be at least one");
  }
}
