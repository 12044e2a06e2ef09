package io.synkro.predict.optimize.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.optimize.policy.PeriodicService;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.TimeAxis;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ForecastLevelTest {
  private static final LeadTime LEAD = LeadTime.fixed(3);

  @Test
  void withoutPathsDemandIsNegativeBinomial() {
    // steps of mean 4 and variance 9, correlated by 0.2: 4 steps have 4·9·(0.8 + 0.2·4)
    PeriodicService service = new UncertainDemand(4, 0.8 * 9, 0.2 * 9, true).service(LEAD, 1);
    assertThat(service.protectionDemand().sd())
        .isCloseTo(forecast(4, 3, 0.2).sdOver(4), within(1e-9));
    double level = ForecastLevel.of(forecast(4, 3, 0.2), LEAD, 1, 0.95);
    assertThat(level).isEqualTo(service.orderUpToForFillRate(0.95));
  }

  @Test
  void levelsRiseWithTargetSpreadAndCorrelation() {
    double usual = ForecastLevel.of(forecast(4, 3, 0.2), LEAD, 1, 0.95);
    assertThat(ForecastLevel.of(forecast(4, 3, 0.2), LEAD, 1, 0.99)).isGreaterThan(usual);
    assertThat(ForecastLevel.of(forecast(4, 5, 0.2), LEAD, 1, 0.95)).isGreaterThan(usual);
    assertThat(ForecastLevel.of(forecast(4, 3, 0.6), LEAD, 1, 0.95)).isGreaterThan(usual);
    assertThat(ForecastLevel.of(forecast(4, 3, 0.2), LeadTime.fixed(5), 1, 0.95))
        .isGreaterThan(usual);
  }

  @Test
  void pathsAreAddedUpOverLeadTimeAndReview() {
    double[][] paths = {{1, 0, 0, 9, 5}, {0, 0, 1, 0, 5}, {2, 2, 2, 2, 5}};
    PeriodicService service = BlockDemand.ofPaths(paths, LEAD, 1).orElseThrow();
    assertThat(service.protectionDemand().mean()).isCloseTo((10 + 1 + 8) / 3.0, within(1e-12));
    assertThat(service.leadTimeDemand().mean()).isCloseTo((1 + 1 + 6) / 3.0, within(1e-12));
    assertThat(BlockDemand.ofPaths(new double[0][], LEAD, 1)).isEmpty();
  }

  @Test
  void withoutExpectedDemandNothingIsStocked() {
    assertThat(ForecastLevel.of(forecast(0, 0, 0), LEAD, 1, 0.95)).isZero();
    assertThatThrownBy(() -> ForecastLevel.of(forecast(4, 3, 0), LEAD, 0, 0.95))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> ForecastLevel.of(forecast(4, 3, 0), LEAD, 1, 95))
        .isInstanceOf(InvalidInputException.class);
  }

  private static DemandForecast forecast(double mean, double sd, double correlation) {
    double[] means = new double[10];
    double[] sds = new double[10];
    Arrays.fill(means, mean);
    Arrays.fill(sds, sd);
    return new DemandForecast(
        SeriesId.of("P", "W"),
        TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1)),
        0,
        new double[] {0.5},
        means,
        sds,
        means,
        correlation);
  }
}
