package io.synkro.predict.forecast.internal;

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
import org.junit.jupiter.api.Test;

class KnownItemsTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));

  /** Series t, t + 1, ... that begin at steps 0, 10, 20, ... of 100. */
  private static SeriesPanel panel(int size) {
    List<TimeSeries> series = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double[] values = new double[100 - 10 * i];
      Arrays.setAll(values, t -> t + 1);
      series.add(new TimeSeries(SeriesId.of("P" + i, "W"), AXIS, 10 * i, values));
    }
    return SeriesPanel.of(series);
  }

  @Test
  void theFirstStepsAfterTheFirstSaleCountIfEightLaunchesAreKnown() {
    KnownItems items = new KnownItems(panel(9), 14);
    assertThat(items.size()).isEqualTo(8); // all but the one that was there before
    assertThat(items.steps()).isEqualTo(14);
    assertThat(items.demand(0, 0)).isEqualTo(2);
    assertThat(items.demand(7, 13)).isEqualTo(15);
    assertThat(items.time(7, 0)).isEqualTo(AXIS.sinceEpoch(81));
  }

  @Test
  void otherwiseTheLastStepsOfAllItemsCount() {
    KnownItems items = new KnownItems(panel(8), 14);
    assertThat(items.size()).isEqualTo(8);
    assertThat(items.demand(0, 0)).isEqualTo(87);
    assertThat(items.demand(0, 13)).isEqualTo(100);
  }
}
