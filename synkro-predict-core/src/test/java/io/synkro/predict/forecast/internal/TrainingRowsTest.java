package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.FeatureRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Quarters: a season has four steps, which are the warm-up. */
class TrainingRowsTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.QUARTERLY, LocalDate.of(2000, 1, 1));
  private static final int LENGTH = 40;

  private static SeriesPanel panel(int size) {
    List<TimeSeries> series = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double[] values = new double[LENGTH];
      Arrays.fill(values, 1);
      values[20] = Double.NaN;
      series.add(new TimeSeries(SeriesId.of("P" + i, "W"), AXIS, 3, values));
    }
    return SeriesPanel.of(series);
  }

  private static FeatureRows rows(HorizonRange range, int most, int seed, SeriesPanel panel) {
    return new TrainingRows(range, most, seed).of(panel).of(0, panel.size());
  }

  private static Map<Integer, List<Integer>> horizonsByTarget(FeatureRows rows) {
    Map<Integer, List<Integer>> horizons = new TreeMap<>();
    for (int r = 0; r < rows.size(); r++) {
      horizons.computeIfAbsent(rows.target(r), t -> new ArrayList<>()).add(rows.horizon(r));
    }
    return horizons;
  }

  @Test
  void everyObservedStepIsSeenFromHorizonsThatLieEvenlyApart() {
    // 39 observed steps, so that 117 rows are three horizons each, four apart
    FeatureRows rows = rows(new HorizonRange(1, 12), 117, 1, panel(1));
    Map<Integer, List<Integer>> horizons = horizonsByTarget(rows);
    List<Integer> targets =
        IntStream.range(3 + 5, 3 + LENGTH).filter(t -> t != 3 + 20).boxed().toList();
    assertThat(horizons.keySet()).containsExactlyElementsOf(targets);
    horizons.forEach(
        (target, of) -> {
          if (target >= 3 + 4 + 12) {
            assertThat(of).hasSize(3).allMatch(h -> h >= 1 && h <= 12);
            assertThat(of.stream().map(h -> h % 4).distinct()).hasSize(1);
            assertThat(of).doesNotHaveDuplicates();
          }
        });
    assertThat(horizons.values().stream().flatMap(List::stream).distinct()).hasSize(12);
  }

  @Test
  void nothingIsSeenFromBeforeTheWarmUpAndTheFirstStepsFromItsEndOnce() {
    FeatureRows rows = rows(new HorizonRange(1, 12), 10_000, 1, panel(1));
    for (int r = 0; r < rows.size(); r++) {
      assertThat(rows.origin(r)).isGreaterThanOrEqualTo(3 + 4);
    }
    horizonsByTarget(rows)
        .forEach(
            (target, of) ->
                assertThat(of)
                    .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, Math.min(12, target - 7)).boxed().toList()));
  }

  @Test
  void aLaterBlockLearnsItsOwnHorizonsAlone() {
    FeatureRows rows = rows(new HorizonRange(5, 8), 10_000, 1, panel(1));
    Map<Integer, List<Integer>> horizons = horizonsByTarget(rows);
    // the first target is five steps after the warm-up
    assertThat(horizons.keySet().iterator().next()).isEqualTo(3 + 4 + 5);
    assertThat(horizons.get(12)).containsExactly(5);
    assertThat(horizons.get(20)).containsExactlyInAnyOrder(5, 6, 7, 8);
  }

  @Test
  void thereAreAboutAsManyRowsAsAllowed() {
    // 200 series x 39 steps are 7800; two horizons a series are at least looked at, 800
    assertThat(rows(new HorizonRange(1, 2), 2000, 1, panel(200)).size()).isBetween(1800, 2000);
    // a random part of 800: 100 with a standard deviation of 9
    assertThat(rows(new HorizonRange(1, 2), 100, 1, panel(200)).size()).isBetween(60, 140);
    assertThat(rows(new HorizonRange(1, 12), 3 * 7800, 1, panel(200)).size())
        .isBetween(18_000, 23_400);
  }

  @Test
  void equalSeedsDrawEqualRowsAndOthersOthers() {
    SeriesPanel panel = panel(50);
    HorizonRange range = new HorizonRange(1, 12);
    assertThat(text(rows(range, 1000, 1, panel))).isEqualTo(text(rows(range, 1000, 1, panel)));
    assertThat(text(rows(range, 1000, 1, panel))).isNotEqualTo(text(rows(range, 1000, 2, panel)));
  }

  @Test
  void rowsOfSomeSeriesAreAPartOfAllRows() {
    SeriesPanel panel = panel(50);
    TrainingRows.Chosen chosen = new TrainingRows(new HorizonRange(1, 12), 5000, 1).of(panel);
    String all = text(chosen.of(0, 50));
    assertThat(text(chosen.of(0, 20)) + text(chosen.of(20, 21)) + text(chosen.of(21, 50)))
        .isEqualTo(all);
    assertThat(chosen.start(20)).isEqualTo(chosen.of(0, 20).size());
    assertThat(chosen.size()).isEqualTo(chosen.of(0, 50).size());
    assertThat(text(chosen.of(7, 7))).isEmpty();
  }

  private static String text(FeatureRows rows) {
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      text.append(rows.series(r)).append(' ').append(rows.origin(r)).append(' ');
      text.append(rows.horizon(r)).append(';');
    }
    return text.toString();
  }
}
