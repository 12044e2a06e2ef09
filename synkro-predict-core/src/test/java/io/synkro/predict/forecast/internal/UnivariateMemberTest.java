package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.univariate.UnivariateFit;
import io.synkro.predict.univariate.UnivariateMethod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The fake method goes on in steps of 10 from its last value; remembers what it was given. */
class UnivariateMemberTest {
  private static final double NAN = Double.NaN;

  private final List<double[]> given = new ArrayList<>();

  private UnivariateMethod method(double slope) {
    return new UnivariateMethod() {
      @Override
      public String name() {
        return "line";
      }

      @Override
      public UnivariateFit fit(double[] values, int season) {
        given.add(values.clone());
        return new Line(values[values.length - 1], slope);
      }
    };
  }

  private record Line(double last, double slope) implements UnivariateFit {
    @Override
    public String text() {
      return "line";
    }

    @Override
    public Map<String, Double> parameters() {
      return Map.of();
    }

    @Override
    public double[] fitted() {
      return new double[0];
    }

    @Override
    public double[] forecast(int steps) {
      double[] ahead = new double[steps];
      Arrays.setAll(ahead, h -> last + slope * (h + 1));
      return ahead;
    }

    @Override
    public UnivariateFit after(double... newer) {
      return this;
    }
  }

  private double[] forecast(Frequency frequency, double slope, double[]... values) {
    TimeAxis axis = TimeAxis.of(frequency, LocalDate.of(2000, 1, 1));
    List<TimeSeries> series = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      series.add(new TimeSeries(SeriesId.of("P" + i, "W"), axis, 0, values[i]));
    }
    SeriesPanel panel = SeriesPanel.of(series);
    return new UnivariateMember(2, method(slope)).fit(panel).forecast(panel);
  }

  @Test
  void gapsAreFilledBeforeTheMethodSeesThem() {
    assertThat(forecast(Frequency.YEARLY, 10, new double[] {NAN, 1, NAN, 3}))
        .containsExactly(13, 23);
    assertThat(given.get(0)).containsExactly(1, 2, 3);
  }

  @Test
  void aSeriesThatEndedEarlyGoesOnFromItsEnd() {
    // the last value of the second is step 1 of 5: steps 5 and 6 are four and five beyond it
    double[] forecast =
        forecast(Frequency.YEARLY, 10, new double[] {1, 1, 1, 1, 1}, new double[] {4, 7, NAN});
    assertThat(forecast).containsExactly(11, 21, 47, 57);
    assertThat(given.get(1)).containsExactly(4, 7);
  }

  @Test
  void aSeriesWithoutAnyValueHasNoForecast() {
    double[] forecast =
        forecast(Frequency.YEARLY, 10, new double[] {NAN, NAN}, new double[] {1, 2});
    assertThat(forecast).containsExactly(NAN, NAN, 12, 22);
  }

  @Test
  void demandIsNeverBelowZero() {
    assertThat(forecast(Frequency.YEARLY, -10, new double[] {15})).containsExactly(5, 0);
  }

  @Test
  void ofALongDailyHistoryTheNewestPartIsUsed() {
    double[] values = new double[1000];
    Arrays.setAll(values, t -> t);
    forecast(Frequency.DAILY, 10, values);
    assertThat(given.get(0)).hasSize(400).endsWith(998, 999);
    forecast(Frequency.MONTHLY, 10, values);
    assertThat(given.get(1)).hasSize(1000);
  }
}
