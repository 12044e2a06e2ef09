package io.synkro.predict.features.parity;

import static io.synkro.predict.features.Features.ewm;
import static io.synkro.predict.features.Features.horizon;
import static io.synkro.predict.features.Features.lag;
import static io.synkro.predict.features.Features.max;
import static io.synkro.predict.features.Features.mean;
import static io.synkro.predict.features.Features.planned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.LiveFeatures;
import io.synkro.predict.features.VectorReader;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParityCheckTest {
  private static final int STEPS = 60;
  private static final int SERIES = 5;
  private static final int HORIZON = 7;
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));

  private final double[][] demand = new double[SERIES][STEPS];
  private final double[][] prices = new double[SERIES][STEPS + HORIZON];

  ParityCheckTest() {
    SplittableRandom random = new SplittableRandom(7);
    for (int s = 0; s < SERIES; s++) {
      demand[s] = random.doubles(STEPS, 0, 9).toArray();
      prices[s] = random.doubles(STEPS + HORIZON, 1, 2).toArray();
      demand[s][20 + s] = Double.NaN;
    }
  }

  static FeaturePipeline pipeline(int window) {
    return FeaturePipeline.builder(Frequency.DAILY)
        .add(lag(1), mean(window).as("mean_7"), ewm(0.2), max(3).lagged(2), planned("price"))
        .add(horizon())
        .build();
  }

  private SeriesPanel panel() {
    SeriesPanelBuilder builder =
        SeriesPanel.builder(AXIS)
            .futureSteps(HORIZON)
            .covariate("price", Availability.KNOWN_IN_FUTURE);
    for (int s = 0; s < SERIES; s++) {
      TimeSeries series = new TimeSeries(id(s), AXIS, 0, demand[s]);
      builder.add(series, Map.of("price", prices[s]), Map.of());
    }
    return builder.build();
  }

  private static SeriesId id(int series) {
    return SeriesId.of("P" + series, "W");
  }

  /** Serves every series at every step from 30 on, one of several horizons. */
  private List<ServedVector> serve(FeaturePipeline pipeline) {
    List<ServedVector> served = new ArrayList<>();
    ServedVectorLog log = new ServedVectorLog(pipeline, SeriesSampling.all(), served::add);
    LiveFeatures live = LiveFeatures.of(pipeline, panel(), 1);
    live.addAll(panel().before(30, HORIZON));
    VectorReader reader = live.reader();
    float[] vector = new float[pipeline.features().size()];
    for (int origin = 30; origin < STEPS; origin++) {
      for (int s = 0; s < SERIES; s++) {
        VectorReader.Ask ask = new VectorReader.Ask(origin, 1 + origin % HORIZON);
        float[] plan = new float[HORIZON];
        for (int h = 0; h < HORIZON; h++) {
          plan[h] = (float) prices[s][origin + h];
        }
        reader.read(id(s), ask, vector, plan);
        log.served(id(s), ask, vector);
        live.append(id(s), origin, (float) demand[s][origin], (float) prices[s][origin]);
      }
    }
    return served;
  }

  @Test
  void withoutSkewNothingDiffers() {
    List<ServedVector> served = serve(pipeline(7));
    ParityReport report = ParityCheck.run(pipeline(7), panel(), served);
    assertThat(report.vectors()).isEqualTo(30 * SERIES);
    assertThat(report.hasSkew()).as(report.text()).isFalse();
    assertThat(report.features()).allMatch(f -> f.compared() == 30 * SERIES && f.share() == 0);
    assertThat(report.otherVersions()).isEmpty();
  }

  @Test
  void aValueThatWasCorrectedAfterServingIsFound() {
    List<ServedVector> served = serve(pipeline(7));
    double before = demand[2][40];
    demand[2][40] += 5;
    ParityReport report = ParityCheck.run(pipeline(7), panel(), served);
    // served at origins 41 to 59: lag_1 once, mean_7 seven times, ewm from then on
    assertThat(report.skewed().stream().map(FeatureParity::feature))
        .contains("lag_1", "mean_7", "ewm_0.2")
        .doesNotContain("planned_price", "horizon");
    FeatureParity lag = feature(report, "lag_1");
    assertThat(lag.mismatches()).isEqualTo(1);
    assertThat(lag.largestDifference()).isCloseTo(5, org.assertj.core.api.Assertions.within(1e-5));
    assertThat(lag.examples())
        .containsExactly(
            new FeatureParity.Example(
                id(2), 41, 1 + 41 % HORIZON, (float) before, (float) demand[2][40]));
    assertThat(feature(report, "mean_7").mismatches()).isEqualTo(7);
    assertThat(feature(report, "ewm_0.2").mismatches()).isGreaterThan(7);
    assertThat(feature(report, "ewm_0.2").examples()).hasSize(FeatureParity.MOST_EXAMPLES);
    assertThat(report.text()).contains("mean_7", "P2@W at origin 41");
  }

  @Test
  void valuesThatComeOrGoAreFound() {
    List<ServedVector> served = serve(pipeline(7));
    demand[0][20] = 3; // was missing when it was served, but no lag_1 saw it
    demand[1][50] = Double.NaN;
    prices[3][55] = Double.NaN;
    ParityReport report = ParityCheck.run(pipeline(7), panel(), served);
    assertThat(feature(report, "lag_1").extra()).isEqualTo(1);
    assertThat(feature(report, "lag_1").missing()).isZero();
    assertThat(feature(report, "planned_price").extra()).isPositive();
    demand[1][50] = 1;
    List<ServedVector> gaps = new ArrayList<>();
    for (ServedVector each : served) {
      float[] values = new float[pipeline(7).features().size()];
      values[0] = Float.NaN;
      gaps.add(new ServedVector(each.pipeline(), each.series(), each.ask(), values));
    }
    ParityReport missing = ParityCheck.run(pipeline(7), panel(), gaps);
    assertThat(feature(missing, "lag_1").missing()).isEqualTo(30 * SERIES);
    assertThat(feature(missing, "lag_1").share()).isEqualTo(1);
  }

  @Test
  void aWindowThatWasChangedIsNamed() {
    List<ServedVector> served = serve(pipeline(8));
    served.addAll(serve(pipeline(7)));
    ParityReport report = ParityCheck.run(pipeline(7), panel(), served);
    assertThat(report.hasSkew()).isFalse();
    assertThat(report.vectors()).isEqualTo(30 * SERIES);
    assertThat(report.otherVersions())
        .containsExactly(
            new OtherVersion(
                pipeline(8).version(),
                30 * SERIES,
                List.of("mean_7 is mean(8) of demand, daily, not mean(7) of demand, daily")));
    assertThat(report.text()).contains("mean_7 is mean(8)");
  }

  @Test
  void whatThePanelCannotSayIsSetApart() {
    List<ServedVector> served = serve(pipeline(7));
    SeriesPanel shorter = panel().select(0, 1, 2).before(50, HORIZON);
    ParityReport report = ParityCheck.run(pipeline(7), shorter, served);
    assertThat(report.unknownSeries()).isEqualTo(2 * 30);
    assertThat(report.beyondPanel()).isEqualTo(3 * 9); // origins 51 to 59
    assertThat(report.vectors()).isEqualTo(3 * 21);
    assertThat(report.text()).contains("60 of series that the panel lacks, 27 of origins");
  }

  @Test
  void reportsGoToJsonAndBack() throws JsonProcessingException {
    List<ServedVector> served = serve(pipeline(8));
    served.addAll(serve(pipeline(7)));
    demand[2][40] = Double.NaN;
    ParityReport report = ParityCheck.run(pipeline(7), panel(), served);
    ObjectMapper mapper = new ObjectMapper();
    String json = mapper.writeValueAsString(report);
    assertThat(mapper.readValue(json, ParityReport.class)).isEqualTo(report);
  }

  private static FeatureParity feature(ParityReport report, String name) {
    return report.features().stream()
        .filter(f -> f.feature().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
