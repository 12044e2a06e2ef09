package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Yearly demand of a regular series (around 10) and an intermittent one, whose members are off by
 * the same at every step. Losses are in proportion to the errors, or to their squares.
 */
class BlendChoiceTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.YEARLY, LocalDate.of(2000, 1, 1));
  private static final List<String> NAMES = List.of("naive", "B", "C");
  private static final int STEPS = 4;

  private static SeriesPanel panel() {
    double[] regular = {8, 12, 8, 12, 10, 10, 10, 10};
    double[] intermittent = {4, 0, 0, 4, 2, 2, 2, 2};
    List<TimeSeries> series = new ArrayList<>();
    series.add(new TimeSeries(SeriesId.of("regular", "W"), AXIS, 0, regular));
    series.add(new TimeSeries(SeriesId.of("intermittent", "W"), AXIS, 0, intermittent));
    return SeriesPanel.of(series);
  }

  /** Errors of each member for the regular and for the intermittent series. */
  private static Map<Segment, Blend> chosen(double[] ofRegular, double[] ofIntermittent) {
    SeriesPanel full = panel();
    double[][] forecasts = new double[NAMES.size()][2 * STEPS];
    for (int m = 0; m < forecasts.length; m++) {
      for (int h = 0; h < STEPS; h++) {
        forecasts[m][h] = 10 + ofRegular[m];
        forecasts[m][STEPS + h] = 2 + ofIntermittent[m];
      }
    }
    BacktestErrors errors = new BacktestErrors(NAMES.size(), STEPS);
    errors.add(0, full.before(4, 0), full, forecasts);
    return BlendChoice.of(errors);
  }

  private static String ofRegular(double... errors) {
    return Ensemble.text(chosen(errors, errors), NAMES).split(";", 2)[0];
  }

  @Test
  void eachKindOfDemandHasTheMemberThatDoesWellThere() {
    Map<Segment, Blend> blends = chosen(new double[] {5, 0, -3}, new double[] {3, -2, 0});
    assertThat(Ensemble.text(blends, NAMES)).isEqualTo("B; intermittent demand: C");
  }

  @Test
  void theMedianOfMembersThatDoEquallyWellComesFirst() {
    // errors +1 and -1 cancel in the median and the mean alike
    assertThat(ofRegular(5, 1, -1)).isEqualTo("median of B, C");
  }

  @Test
  void aMemberThatIsBetterInEveryRunIsLeftAlone() {
    // the errors of all runs are alike, so that even a small difference is no accident
    assertThat(ofRegular(5, 1, 1.04)).isEqualTo("B");
  }

  @Test
  void aMemberThatIsMuchBetterIsLeftAlone() {
    // three quarters of 1 and one of 1.19 make 1.0475, over 3 % more than 1
    assertThat(ofRegular(5, 1, 1.19)).isEqualTo("B");
    assertThat(ofRegular(5, 1, 2)).isEqualTo("B");
  }

  @Test
  void theReferenceTakesPartOnlyWhereNothingBeatsIt() {
    assertThat(ofRegular(1.05, 1, -1)).isEqualTo("median of B, C");
    assertThat(ofRegular(0, 1, -1)).isEqualTo("naive");
  }

  @Test
  void aKindThatWasNotSeenTakesTheBlendOfTheOther() {
    SeriesPanel full = panel().select(0);
    BacktestErrors errors = new BacktestErrors(2, 1);
    errors.add(0, full.before(4, 0), full, new double[][] {{12}, {10}});
    Map<Segment, Blend> blends = BlendChoice.of(errors);
    assertThat(Ensemble.text(blends, List.of("naive", "B"))).isEqualTo("B");
    assertThat(blends).containsOnlyKeys(Segment.values());
  }
}
