package io.synkro.predict.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Series of known distributions, with and without spikes. */
class LoneSpikesTest {
  private static final int STEPS = 800;
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2022, 1, 1));

  private final SimulatedDemand random = new SimulatedDemand(23);

  private double weekly(int t) {
    return random.negativeBinomial(t % 7 >= 5 ? 36 : 14, 6);
  }

  private static double[] values(IntToDoubleFunction of) {
    double[] values = new double[STEPS];
    Arrays.setAll(values, of);
    return values;
  }

  private static TimeSeries series(int number, double... values) {
    return new TimeSeries(SeriesId.of("P" + number, "W"), AXIS, 0, values);
  }

  private static List<DemandChange> changes(double[] values) {
    return UnconstrainedDemand.of(SeriesPanel.of(List.of(series(0, values)))).changes();
  }

  private static List<DemandChange> changes(double[] values, String covariate, double[] column) {
    SeriesPanelBuilder builder =
        SeriesPanel.builder(AXIS).covariate(covariate, Availability.PAST_ONLY);
    builder.add(series(0, values), Map.of(covariate, column), Map.of());
    return UnconstrainedDemand.of(builder.build()).changes();
  }

  @Test
  void aLoneSpikeIsLoweredToTheMostThatIsUsual() {
    double[] values = values(this::weekly);
    values[401] = 300; // a weekday: 14 on the mean
    UnconstrainedDemand demand = UnconstrainedDemand.of(SeriesPanel.of(List.of(series(0, values))));
    assertThat(demand.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.time()).isEqualTo(AXIS.at(401));
              assertThat(change.reason()).isEqualTo(ChangeReason.SPIKE);
              assertThat(change.sales()).isEqualTo(300);
              assertThat(change.demand()).isBetween(20.0, 60.0);
            });
    assertThat(demand.observed().value(0, 401)).isNaN();
    assertThat(demand.panel().value(0, 400)).isEqualTo(values[400]);
  }

  @Test
  void fewerThanOneStepInAThousandOfCleanSeriesIsTouched() {
    List<IntToDoubleFunction> kinds =
        List.of(
            t -> random.poisson(2),
            t -> random.poisson(60),
            t -> random.negativeBinomial(10, 1),
            t -> random.negativeBinomial(20, 0.5),
            t -> Math.rint(10 * Math.exp(random.normal())),
            t -> random.negativeBinomial(5 + t * 0.1, 4),
            t -> random.negativeBinomial(t % 7 == 6 ? 100 : 10, 5));
    for (IntToDoubleFunction kind : kinds) {
      int touched = 0;
      for (int i = 0; i < 40; i++) {
        touched += changes(values(kind)).size();
      }
      assertThat(touched / (40.0 * STEPS)).isLessThan(0.0005);
    }
  }

  @Test
  void lumpsOfIntermittentDemandAreNeverTouched() {
    for (int i = 0; i < 50; i++) {
      double[] values =
          values(
              t -> random.uniform() < 0.3 ? 1 + Math.rint(5 * Math.exp(1.5 * random.normal())) : 0);
      values[0] = 1;
      values[300] = 900;
      assertThat(changes(values)).isEmpty();
    }
  }

  @Test
  void promotionsPriceCutsAndFlaggedDaysAreKept() {
    double[] values = values(this::weekly);
    double[] flag = new double[STEPS];
    values[401] = 300;
    assertThat(changes(values, "holiday", flag)).hasSize(1);
    flag[401] = 1;
    assertThat(changes(values, "holiday", flag)).isEmpty();
    flag[401] = 0.5;
    assertThat(changes(values, CovariateNames.PROMOTION, flag)).isEmpty();
    double[] price = values(t -> t == 401 ? 8 : 10);
    assertThat(changes(values, CovariateNames.PRICE, price)).isEmpty();
    assertThat(changes(values, CovariateNames.PRICE, values(t -> 10))).hasSize(1);
    // a flag that is always on explains nothing
    assertThat(changes(values, "open", values(t -> 1))).hasSize(1);
  }

  @Test
  void yearlyFeastsAndFrequentPeaksAreKept() {
    double[] yearly = values(this::weekly);
    yearly[340] = 300;
    yearly[340 + 365 + 3] = 250; // it moved by three days
    assertThat(changes(yearly)).isEmpty();
    double[] often = values(this::weekly);
    for (int t = 50; t < STEPS; t += 97) {
      often[t] = 250 + t % 50;
    }
    assertThat(changes(often)).isEmpty();
  }

  @Test
  void aPeakOfSeveralDaysAndAJumpAtTheEndAreKept() {
    double[] days = values(this::weekly);
    days[400] = 250;
    days[401] = 300;
    assertThat(changes(days)).isEmpty();
    double[] end = values(this::weekly);
    end[STEPS - 1] = 300;
    assertThat(changes(end)).isEmpty();
  }

  @Test
  void aDayOnWhichManySeriesPeakIsNoOutlierOfEach() {
    List<TimeSeries> series = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      double[] values = values(this::weekly);
      values[500] = i < 3 ? 300 : values[500];
      values[600] = i == 9 ? 300 : values[600];
      series.add(series(i, values));
    }
    List<DemandChange> changes = UnconstrainedDemand.of(SeriesPanel.of(series)).changes();
    assertThat(changes)
        .singleElement()
        .satisfies(change -> assertThat(change.id().product().value()).isEqualTo("P9"));
  }
}
