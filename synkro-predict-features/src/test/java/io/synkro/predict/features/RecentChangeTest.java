package io.synkro.predict.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.forecast.DemandSpread;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RecentChangeTest {
  @Property(tries = 120)
  void itEqualsTheSpreadThatTargetsAreDividedBy(
      @ForAll Frequency frequency,
      @ForAll @LongRange(min = 0, max = 10_000) long seed,
      @ForAll @IntRange(min = 1, max = 120) int length) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[length];
    Arrays.setAll(values, t -> random.nextDouble() < 0.3 ? Double.NaN : random.nextInt(50));
    TimeAxis axis = TimeAxis.of(frequency, LocalDate.of(2020, 1, 1));
    SeriesPanel panel =
        SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("P", "W"), axis, 0, values)));
    FeaturePipeline pipeline =
        FeaturePipeline.builder(frequency).add(Features.of(RecentChange.of(frequency))).build();
    int[] ones = new int[length];
    Arrays.fill(ones, 1);
    int[] origins = IntStream.rangeClosed(1, length).toArray();
    FeatureTable table = pipeline.compute(panel, new FeatureRows(new int[length], origins, ones));
    double[] spreads = DemandSpread.beforeEach(values, frequency);
    for (int r = 0; r < length; r++) {
      double expected = spreads[origins[r]];
      assertThat((double) table.value(r, 0)).isCloseTo(expected, within(1e-6 * expected));
    }
  }
}
