package io.synkro.predict.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of every panel; the expected numbers are counted in the simplest way. */
class DataQualityProperties {

  private static SeriesPanel panel(long seed, int series, int length, Frequency frequency) {
    SplittableRandom random = new SplittableRandom(seed);
    TimeAxis axis = TimeAxis.of(frequency, LocalDate.of(2020, 1, 1));
    List<TimeSeries> all = new ArrayList<>();
    for (int s = 0; s < series; s++) {
      double zero = random.nextDouble();
      double missing = random.nextDouble() * random.nextDouble();
      double[] values = new double[1 + random.nextInt(length)];
      Arrays.setAll(
          values,
          t ->
              random.nextDouble() < missing
                  ? Double.NaN
                  : random.nextDouble() < zero ? 0 : random.nextInt(1000) - 50);
      all.add(new TimeSeries(SeriesId.of("P" + s, "W"), axis, random.nextInt(5), values));
    }
    return SeriesPanel.of(all);
  }

  @Property(tries = 200)
  void totalsAreThoseOfThePanelAndTheTextFitsAPage(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 60) int series,
      @ForAll @IntRange(min = 1, max = 120) int length,
      @ForAll Frequency frequency) {
    SeriesPanel panel = panel(seed, series, length, frequency);
    long missing = 0;
    long negatives = 0;
    for (int s = 0; s < panel.size(); s++) {
      missing += Arrays.stream(panel.values(s)).filter(Double::isNaN).count();
      negatives += Arrays.stream(panel.values(s)).filter(v -> v < 0).count();
    }

    DataQualityReport report = DataQuality.assess(panel);

    assertThat(report.totals().missing()).isEqualTo(missing);
    assertThat(report.totals().negatives()).isEqualTo(negatives);
    assertThat(report.text().lines().count()).isLessThanOrEqualTo(40);
    assertThat(report.findings()).isSorted();
    assertThat(DataQuality.assess(panel)).isEqualTo(report);
    for (FindingKind kind : FindingKind.values()) {
      assertThat(report.findings(kind)).hasSize(Math.min(20, report.count(kind)));
    }
  }

  @Property(tries = 200)
  void theMedianIsThatOfTheSortedValues(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 40) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[size + 3];
    Arrays.setAll(values, i -> i < size ? random.nextInt(12) : -99);
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    double expected =
        size % 2 == 1 ? sorted[size / 2] : (sorted[size / 2 - 1] + sorted[size / 2]) / 2;

    assertThat(Medians.median(values, size)).isEqualTo(expected);
  }
}
