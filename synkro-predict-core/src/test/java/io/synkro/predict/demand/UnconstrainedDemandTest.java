package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expected demand is the recorded one but for what each test is about. */
class CleanDemandTest {
  private static final double NAN = Double.NaN;
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));

  private static double[] cleaned(double... sales) {
    TimeSeries series = new TimeSeries(SeriesId.of("P", "W"), AXIS, 0, sales);
    return CleanDemand.of(SeriesPanel.of(List.of(series))).values(0);
  }

  @Test
  void nothingIsOnOfferBeforeTheFirstSale() {
    assertThat(cleaned(0, -1, 0, 3, 0)).containsExactly(NAN, NAN, NAN, 3, 0);
    assertThat(cleaned(0, 0)).containsOnly(NAN);
    assertThat(cleaned(-1, -2)).containsOnly(NAN);
  }

  @Test
  void returnsAreNoNegativeDemand() {
    assertThat(cleaned(4, -3, NAN, 2)).containsExactly(4, 0, NAN, 2);
  }

  @Test
  void stepsOutOfStockAreMissingAndUnknownStockIsNot() {
    SeriesPanel sales =
        SeriesPanel.builder(AXIS)
            .covariate(CovariateNames.IN_STOCK, Availability.PAST_ONLY)
            .add(
                new TimeSeries(SeriesId.of("P", "W"), AXIS, 0, 5, 1, 0, 7, 8),
                Map.of(CovariateNames.IN_STOCK, new double[] {1, 0.5, 0, NAN, 1}),
                Map.of())
            .build();
    assertThat(CleanDemand.of(sales).values(0)).containsExactly(5, NAN, NAN, 7, 8);
  }

  @Test
  void aLoneValueOverAThousandTimesTheNextIsAMistake() {
    assertThat(cleaned(1, 2, 3, 4, 1, 2, 1e12, 3)).containsExactly(1, 2, 3, 4, 1, 2, NAN, 3);
    assertThat(cleaned(1, 2, 3, 4, 1, 2, 4000, 3)).contains(4000);
  }

  @Test
  void aLargeOrderAmongFewSalesIsBelieved() {
    assertThat(cleaned(1, 0, 0, 0, 0, 0, 0, 5000)).endsWith(5000);
  }
}
