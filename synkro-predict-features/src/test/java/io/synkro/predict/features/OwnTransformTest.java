package io.synkro.predict.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.History;
import io.synkro.predict.tabular.HistoryTransform;
import io.synkro.predict.testkit.HistoryTransformContractTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A transform that a user has written: by how much the last week was above the one before. */
class OwnTransformTest extends HistoryTransformContractTest {
  private record WeekOverWeek() implements HistoryTransform {
    @Override
    public String name() {
      return "week_over_week";
    }

    @Override
    public String definition() {
      return "week_over_week(1)";
    }

    @Override
    public int lookback() {
      return 14;
    }

    @Override
    public float value(History history, double[] state, int at) {
      double change = 0;
      for (int k = 1; k <= 7; k++) {
        change += (double) history.back(k) - history.back(k + 7);
      }
      return Math.abs(change) <= Float.MAX_VALUE ? (float) change : Float.NaN;
    }
  }

  @Override
  protected HistoryTransform transform() {
    return new WeekOverWeek();
  }

  @Test
  void itIsAFeatureLikeAnyOther() {
    double[] days = new double[20];
    for (int t = 0; t < days.length; t++) {
      days[t] = t;
    }
    SeriesPanel panel =
        SeriesPanel.of(
            List.of(
                TimeSeries.of(
                    SeriesId.of("P", "W"), Frequency.DAILY, LocalDate.of(2024, 1, 1), days)));
    FeatureTable table =
        FeaturePipeline.builder(Frequency.DAILY)
            .add(Features.of(new WeekOverWeek()))
            .build()
            .computeAll(panel);
    assertThat(table.value(13, 0)).isNaN();
    assertThat(table.value(14, 0)).isEqualTo(49); // every day is 7 above the one a week before
    assertThat(table.schema().features().get(0).definition())
        .isEqualTo("own week_over_week(1) of demand, daily");
  }
}
