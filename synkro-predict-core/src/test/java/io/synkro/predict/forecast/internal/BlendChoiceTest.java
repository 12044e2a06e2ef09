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
 * Yearly demand of a regular series (around 10) and an intermittent one, whose members, two of them
 * global, are off by the same at every step. Losses are in proportion to the errors, or to their
 * squares.
 */
class BlendChoiceTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.YEARLY, LocalDate.of(2000, 1, 1));
  private static final List<String> NAMES = List.of("naive", "B", "C", "D", "E");
  private static final boolean[] GLOBAL = {false, false, false, true, true};
  private static final int STEPS = 4;

  private static SeriesPanel panel() {
    double[] regular = {8, 12, 8, 12, 10, 10, 10, 10};
    double[] intermittent = {4, 0, 0, 4, 2, 2, 2, 2};
    List<TimeSeries> series = new ArrayList<>();
    series.add(new TimeSeries(SeriesId.of("regular", "W"), AXIS, 0, regular));
    series.add(new TimeSeries(SeriesId.of("intermittent", "W"), AXIS, 0, intermittent));
    return SeriesPanel.of(series);
  }

  private boolean[] ofSeason = new boolean[5];

  /** Errors of each member for the regular and for the intermittent series, in so many runs. */
  private Map<Segment, Blend> chosen(int runs, double[] ofRegular, double[] ofIntermittent) {
    SeriesPanel full = panel();
    double[][] forecasts = new double[NAMES.size()][2 * STEPS];
    for (int m = 0; m < forecasts.length; m++) {
      for (int h = 0; h < STEPS; h++) {
        forecasts[m][h] = 10 + ofRegular[m];
        forecasts[m][STEPS + h] = 2 + ofIntermittent[m];
      }
    }
    BacktestErrors errors = new BacktestErrors(NAMES.size(), STEPS);
    for (int run = 0; run < runs; run++) {
      errors.add(run, full.before(4, 0), full, forecasts);
    }
    return new BlendChoice(errors, GLOBAL, ofSeason).blends();
  }

  private String ofRegular(double... errors) {
    return Ensemble.text(chosen(5, errors, errors), NAMES).split(";", 2)[0];
  }

  @Test
  void eachKindOfDemandHasTheFamilyThatDoesWellThere() {
    double[] regular = {5, 0, 3, 1, 2};
    double[] intermittent = {3, -2, 1, 0, 2};
    assertThat(Ensemble.text(chosen(5, regular, intermittent), NAMES))
        .isEqualTo("B; intermittent demand: D");
  }

  @Test
  void bothFamiliesHaveHalfASayWhereNoneIsBetter() {
    // errors +1 and -1 cancel in halves alone
    assertThat(ofRegular(5, 1, 3, -1, -3)).isEqualTo("50 % D + 50 % B");
  }

  @Test
  void aFamilyThatIsBetterInEveryRunHasMoreToSay() {
    // with errors of 1 and -0.5 a quarter and three quarters are off by 1/8, halves by 1/4
    assertThat(ofRegular(5, 1, 3, -0.5, 3)).isEqualTo("75 % D + 25 % B");
    assertThat(ofRegular(5, 1, 3, -4, -5)).isEqualTo("25 % D + 75 % B");
    assertThat(ofRegular(5, 1, 3, 0.1, 3)).isEqualTo("D");
    assertThat(ofRegular(5, 0.1, 3, 1, 3)).isEqualTo("B");
  }

  @Test
  void fewRunsAreNoEvidence() {
    double[] errors = {5, 1, 3, 0.1, 3};
    assertThat(Ensemble.text(chosen(4, errors, errors), NAMES)).isEqualTo("50 % D + 50 % B");
  }

  @Test
  void thoseOfAFamilyThatDoAboutAsWellAsItsBestSpeakForIt() {
    assertThat(ofRegular(5, 1, 1.04, -1, -1.01))
        .isEqualTo("50 % mean of D, E + 50 % median of B, C");
    assertThat(ofRegular(5, 1, 1.06, -1, -1.03)).isEqualTo("50 % D + 50 % B");
  }

  @Test
  void treesOfTheLastSeasonForecastAloneWhereAHorizonCannotBeJudged() {
    ofSeason = new boolean[] {false, false, false, false, true};
    assertThat(ofRegular(5, 1, 3, 1, 1.2)).isEqualTo("E");
    assertThat(ofRegular(5, 1, 3, -1, 1.3)).isEqualTo("50 % D + 50 % B");
  }

  @Test
  void theReferenceTakesPartOnlyWhereNothingBeatsIt() {
    assertThat(ofRegular(1.05, 1, 3, -1, 3)).isEqualTo("50 % D + 50 % B");
    assertThat(ofRegular(0, 1, 3, 1, 3)).isEqualTo("naive");
  }

  @Test
  void aKindThatWasNotSeenTakesTheBlendOfTheOther() {
    SeriesPanel full = panel().select(0);
    BacktestErrors errors = new BacktestErrors(2, 1);
    errors.add(0, full.before(4, 0), full, new double[][] {{12}, {10}});
    Map<Segment, Blend> blends = new BlendChoice(errors, new boolean[2], new boolean[2]).blends();
    assertThat(Ensemble.text(blends, List.of("naive", "B"))).isEqualTo("B");
    assertThat(blends).containsOnlyKeys(Segment.values());
  }
}
