package io.synkro.predict.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.FeatureTable;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link FeatureSource} promises; extend it and hand in the source. */
public abstract class FeatureSourceContractTest {
  private static final int SERIES = 6;
  private static final int STEPS = 420;
  private static final int EARLY_END = 180;
  private static final int HORIZON = 9;

  /** Creates the test. */
  protected FeatureSourceContractTest() {}

  /**
   * Returns the source under test.
   *
   * @return a feature source
   */
  protected abstract FeatureSource source();

  @ParameterizedTest
  @EnumSource(Frequency.class)
  void rowsDependOnNothingAfterTheirOrigin(Frequency frequency) {
    SeriesPanel panel = panel(frequency, 1);
    for (int origin : new int[] {3, 50, 184, 211, STEPS - HORIZON}) {
      FeatureRows rows = rowsAt(origin, panel);
      SeriesPanel past = panel.before(origin, HORIZON);
      assertSameBits(source().compute(past, rows), source().compute(panel, rows));
    }
  }

  @ParameterizedTest
  @EnumSource(Frequency.class)
  void theSchemaStaysWhenThePanelIsCut(Frequency frequency) {
    SeriesPanel panel = panel(frequency, 2);
    assertThat(source().schema(panel.before(100, 4))).isEqualTo(source().schema(panel));
    assertThat(source().schema(panel.select(1))).isEqualTo(source().schema(panel));
  }

  @Test
  void rowsComeOutInTheOrderTheyWereAskedFor() {
    SeriesPanel panel = panel(Frequency.DAILY, 3);
    FeatureRows forward = rowsAt(200, panel);
    int n = forward.size();
    FeatureRows backward =
        new FeatureRows(
            IntStream.range(0, n).map(r -> forward.series(n - 1 - r)).toArray(),
            IntStream.range(0, n).map(r -> forward.origin(n - 1 - r)).toArray(),
            IntStream.range(0, n).map(r -> forward.horizon(n - 1 - r)).toArray());
    FeatureTable expected = source().compute(panel, forward);
    FeatureTable actual = source().compute(panel, backward);
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < expected.schema().size(); c++) {
        assertThat(Float.floatToIntBits(actual.value(n - 1 - r, c)))
            .isEqualTo(Float.floatToIntBits(expected.value(r, c)));
      }
    }
  }

  @Test
  void noRowsGiveAnEmptyTable() {
    FeatureRows none = new FeatureRows(new int[0], new int[0], new int[0]);
    assertThat(source().compute(panel(Frequency.DAILY, 4), none).rows()).isZero();
  }

  private static FeatureRows rowsAt(int origin, SeriesPanel panel) {
    int[] series =
        IntStream.range(0, panel.size() * HORIZON)
            .map(r -> r / HORIZON)
            .filter(i -> panel.start(i) < origin)
            .toArray();
    int[] horizons = IntStream.range(0, series.length).map(r -> r % HORIZON + 1).toArray();
    return new FeatureRows(series, IntStream.of(series).map(r -> origin).toArray(), horizons);
  }

  private static void assertSameBits(FeatureTable actual, FeatureTable expected) {
    assertThat(actual.schema()).isEqualTo(expected.schema());
    assertThat(actual.rows()).isEqualTo(expected.rows());
    for (int c = 0; c < expected.schema().size(); c++) {
      for (int r = 0; r < expected.rows(); r++) {
        assertThat(Float.floatToIntBits(actual.value(r, c)))
            .as("row %d of %s", r, expected.schema().names().get(c))
            .isEqualTo(Float.floatToIntBits(expected.value(r, c)));
      }
    }
  }

  /**
   * Series of different starts, one of which ends early, with gaps, a planned price, measured
   * weather and a category.
   */
  private static SeriesPanel panel(Frequency frequency, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TimeAxis axis = TimeAxis.of(frequency, LocalDate.of(2020, 1, 1));
    SeriesPanelBuilder builder =
        SeriesPanel.builder(axis)
            .futureSteps(HORIZON)
            .covariate("price", Availability.KNOWN_IN_FUTURE)
            .covariate("weather", Availability.PAST_ONLY)
            .attribute("category");
    for (int i = 0; i < SERIES; i++) {
      int start = i == 0 ? 0 : 20 * i;
      int length = (i == 2 ? EARLY_END : STEPS) - start;
      double[] values = random.doubles(length, 0, 50).map(v -> v < 10 ? 0 : v).toArray();
      for (int gap = 0; gap < 10; gap++) {
        values[random.nextInt(length)] = Double.NaN;
      }
      builder.add(
          new TimeSeries(SeriesId.of("P" + i, "W"), axis, start, values),
          Map.of(
              "price", random.doubles(length + HORIZON, 5, 6).toArray(),
              "weather", random.doubles(length, -5, 30).toArray()),
          Map.of("category", "c" + i % 2));
    }
    return builder.build();
  }
}
