package io.synkro.predict.features;

import static io.synkro.predict.features.Features.lag;
import static io.synkro.predict.features.Features.max;
import static io.synkro.predict.features.Features.mean;
import static io.synkro.predict.features.Features.meanAll;
import static io.synkro.predict.features.Features.median;
import static io.synkro.predict.features.Features.planned;
import static io.synkro.predict.features.Features.ratio;
import static io.synkro.predict.features.Features.sd;
import static io.synkro.predict.features.Features.sinceSale;
import static io.synkro.predict.features.Features.stepsUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.History;
import io.synkro.predict.tabular.HistoryTransform;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Features that know plans of steps after the target. */
class PlanAheadTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));

  private static FeaturePipeline pipeline(PipelineFeature... features) {
    return FeaturePipeline.builder(Frequency.DAILY).add(features).build();
  }

  private static SeriesPanel panel(int futureSteps, double[]... promotions) {
    SeriesPanelBuilder builder =
        SeriesPanel.builder(AXIS)
            .futureSteps(futureSteps)
            .covariate("promotion", Availability.KNOWN_IN_FUTURE);
    for (int s = 0; s < promotions.length; s++) {
      double[] demand = new double[promotions[s].length - futureSteps];
      Arrays.fill(demand, s + 1);
      builder.add(
          new TimeSeries(SeriesId.of("P" + s, "W"), AXIS, 2 * s, demand),
          Map.of("promotion", promotions[s]),
          Map.of());
    }
    return builder.build();
  }

  @Test
  void countsTheStepsToTheNextPromotion() {
    SeriesPanel panel = panel(2, new double[] {0, 1, 0, 0, 0, 0, 1, 0, 0});
    FeaturePipeline pipeline =
        pipeline(
            stepsUntil("promotion", 3),
            max(3).of("promotion").throughTarget(2),
            max(3).of("promotion").throughTarget(2).atLeast(3).as("whole"),
            lag(1).of("promotion").throughTarget(1));
    assertThat(pipeline.features().stream().map(PipelineFeature::name))
        .containsExactly(
            "promotion_until_3",
            "promotion_max_3_target_ahead_2",
            "whole",
            "promotion_lag_1_target_ahead_1");
    FeatureTable table = pipeline.computeAll(panel);
    assertThat(column(table, 0)).containsExactly(1, 0, 4, 3, 2, 1, 0);
    assertThat(column(table, 1)).containsExactly(1, 1, 0, 0, 1, 1, 1);
    assertThat(column(table, 3)).containsExactly(1, 0, 0, 0, 0, 1, 0);
    FeatureTable later =
        pipeline.compute(
            panel, new FeatureRows(new int[] {0, 0}, new int[] {7, 7}, new int[] {1, 2}));
    assertThat(column(later, 0)).containsOnly(Float.NaN); // the plan ends within reach
    assertThat(column(later, 1)).containsOnly(0); // of what is planned
    assertThat(column(later, 2)).containsOnly(Float.NaN);
  }

  private static float[] column(FeatureTable table, int column) {
    float[] values = new float[table.rows()];
    table.copyColumn(column, 0, table.rows(), values);
    return values;
  }

  /** A user's own: by how much the newest value is above the one three steps before it. */
  private record Change() implements HistoryTransform {
    @Override
    public String name() {
      return "change";
    }

    @Override
    public String definition() {
      return "change(3)";
    }

    @Override
    public int lookback() {
      return 4;
    }

    @Override
    public float value(History history, double[] state, int at) {
      return history.back(1) - history.back(4) + history.newestStep();
    }
  }

  private static HistoryFeature ahead(HistoryFeature feature, int steps) {
    return feature.of("promotion").throughTarget(steps);
  }

  private static FeaturePipeline everything() {
    HistoryFeature soon = ahead(max(3), 2);
    return pipeline(
        stepsUntil("promotion", 1),
        stepsUntil("promotion", 9),
        ahead(lag(1), 1),
        ahead(lag(30), 4),
        ahead(max(8), 7),
        ahead(mean(7).atLeast(5), 3),
        ahead(mean(20), 11),
        ahead(sd(6), 5),
        ahead(median(9), 4),
        ahead(median(300), 6),
        ahead(Features.of(new Change()), 2),
        planned("promotion"),
        sinceSale().of("promotion").throughTarget(),
        mean(7).of("promotion"),
        ratio(soon, mean(28).of("promotion")).as("soon_to_usual"));
  }

  private static SeriesPanel panel(SplittableRandom random) {
    int future = random.nextInt(12);
    double[][] promotions = new double[3][];
    for (int s = 0; s < promotions.length; s++) {
      promotions[s] = new double[future + random.nextInt(10, 90)];
      double missing = s * 0.1;
      Arrays.setAll(
          promotions[s],
          t ->
              random.nextDouble() < missing
                  ? Double.NaN
                  : random.nextInt(6) == 0 ? random.nextInt(1, 50) / 10.0 : 0);
    }
    return panel(future, promotions);
  }

  /** The planned value of a step as an origin knows it. */
  private static double plan(SeriesPanel panel, int series, int origin, int step) {
    int t = step - panel.start(series);
    int known = panel.length(series) + (step < origin ? 0 : panel.futureSteps());
    return t < 0 || t >= known ? Double.NaN : promotion(panel).value(series, t);
  }

  private static Covariate promotion(SeriesPanel panel) {
    return panel.covariate("promotion").orElseThrow();
  }

  private static double untilNext(double[] plan) {
    for (int k = 0; k < plan.length; k++) {
      if (plan[k] > 0) {
        return k;
      }
    }
    return Arrays.stream(plan).anyMatch(Double::isNaN) ? Double.NaN : plan.length;
  }

  @Property(tries = 60)
  void allPathsGiveTheSameBits(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SeriesPanel panel = panel(random);
    FeaturePipeline pipeline = everything();
    int series = random.nextInt(panel.size());
    int first = panel.start(series);
    int origins = panel.length(series) + 4; // some are after the end of the series
    int horizon = random.nextInt(1, 10);
    FeatureRows rows =
        new FeatureRows(
            IntStream.range(0, origins).map(i -> series).toArray(),
            IntStream.range(first, first + origins).toArray(),
            IntStream.range(0, origins).map(i -> horizon).toArray());
    FeatureTable table = pipeline.compute(panel, rows);
    LiveFeatures live = LiveFeatures.of(pipeline, panel, 1);
    live.add(panel.id(series), Map.of());
    for (int r = 0; r < origins; r++) {
      int origin = first + r;
      agreesWithThePlan(panel, series, new VectorReader.Ask(origin, horizon), vector(table, r));
      FeatureRows alone =
          new FeatureRows(new int[] {series}, new int[] {origin}, new int[] {horizon});
      assertThat(bits(vector(pipeline.compute(panel, alone), 0)))
          .as("origin %d alone", r)
          .isEqualTo(bits(vector(table, r)));
      assertThat(bits(read(panel, live, series, new VectorReader.Ask(origin, horizon))))
          .as("origin %d live", r)
          .isEqualTo(bits(vector(table, r)));
      if (r < panel.length(series)) {
        live.append(panel.id(series), origin, (float) promotion(panel).value(series, r));
      }
    }
  }

  private static void agreesWithThePlan(
      SeriesPanel panel, int series, VectorReader.Ask ask, float[] vector) {
    int target = ask.origin() + ask.horizon() - 1;
    double[] plan =
        IntStream.rangeClosed(target, target + 9)
            .mapToDouble(step -> plan(panel, series, ask.origin(), step))
            .toArray();
    double highest =
        Arrays.stream(plan, 0, 8).filter(v -> !Double.isNaN(v)).max().orElse(Double.NaN);
    double[] expected = {untilNext(Arrays.copyOf(plan, 2)), untilNext(plan), plan[1], highest};
    int[] columns = {0, 1, 2, 4};
    for (int k = 0; k < columns.length; k++) {
      assertThat(Float.floatToRawIntBits(vector[columns[k]]))
          .as("column %d of %s", columns[k], ask)
          .isEqualTo(Float.floatToRawIntBits((float) expected[k]));
    }
  }

  /** Gives no more of the plan than there is, but at least what is required. */
  private static float[] read(
      SeriesPanel panel, LiveFeatures live, int series, VectorReader.Ask ask) {
    int end = panel.start(series) + panel.length(series) + panel.futureSteps();
    float[] plan = new float[Math.max(ask.horizon(), end - ask.origin())];
    for (int h = 0; h < plan.length; h++) {
      plan[h] = (float) plan(panel, series, ask.origin(), ask.origin() + h);
    }
    float[] vector = new float[live.pipeline().features().size()];
    live.reader().read(panel.id(series), ask, vector, plan);
    return vector;
  }

  @Property(tries = 20)
  void wholeColumnsAreTheRowsOfTheSteps(@ForAll long seed) {
    SeriesPanel panel = panel(new SplittableRandom(seed));
    FeaturePipeline pipeline = everything();
    FeatureTable all = pipeline.computeAll(panel);
    int row = 0;
    for (int s = 0; s < panel.size(); s++) {
      for (int t = panel.start(s); t < panel.end(s); t++, row++) {
        FeatureRows alone = new FeatureRows(new int[] {s}, new int[] {t}, new int[] {1});
        assertThat(bits(vector(all, row)))
            .isEqualTo(bits(vector(pipeline.compute(panel, alone), 0)));
      }
    }
  }

  /** A reader that has seen a long plan forgets it. */
  @Test
  void whatAPlanLacksIsMissing() {
    SeriesPanel panel = panel(0, new double[] {0, 0, 0});
    LiveFeatures live = LiveFeatures.of(pipeline(stepsUntil("promotion", 4)), panel, 1);
    live.addAll(panel);
    VectorReader reader = live.reader();
    float[] vector = new float[1];
    reader.read(panel.id(0), 3, vector, new float[] {0, 0, 0, 0, 0, 1});
    assertThat(vector).containsExactly(5);
    reader.read(panel.id(0), 3, vector, new float[] {0, 0, 0, 1});
    assertThat(vector).containsExactly(3);
    reader.read(panel.id(0), 3, vector, new float[] {0, 0, 0});
    assertThat(vector).containsExactly(Float.NaN);
    assertThatThrownBy(() -> reader.read(panel.id(0), 3, vector, new float[0]))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must reach from the origin to the target");
  }

  @Test
  void aPipelineSaysHowFarPlansShouldReach() {
    assertThat(pipeline(planned("promotion"), mean(7)).planStepsAfterTarget()).isZero();
    assertThat(pipeline(stepsUntil("promotion", 4), ahead(max(8), 7)).planStepsAfterTarget())
        .isEqualTo(7);
  }

  @Test
  void definitionsSayHowFarAhead() {
    assertThat(
            List.of(
                stepsUntil("promotion", 7).definition(),
                ahead(max(8), 7).definition(),
                ahead(max(8), 1).definition(),
                ahead(max(8), 0).definition(),
                max(8).of("promotion").throughTarget().definition()))
        .containsExactly(
            "until_positive(7) of \"promotion\", through the target + 7",
            "max(8) of \"promotion\", through the target + 7",
            "max(8) of \"promotion\", through the target + 1",
            "max(8) of \"promotion\", through the target",
            "max(8) of \"promotion\", through the target");
  }

  @Test
  void refusesWhatCannotLookAhead() {
    refuses(() -> ahead(meanAll(), 1), "must be one of the last values alone to look ahead");
    refuses(() -> ahead(sinceSale(), 7), "Maybe use max(n) or another feature of a window");
    refuses(() -> ahead(max(8), -1), "must be from 0 to 10000");
    refuses(() -> ahead(max(8), 10_001), "must be from 0 to 10000");
    refuses(() -> ahead(max(8).lagged(2), 7), "must not be given throughTarget()");
    refuses(() -> max(8).throughTarget(7), "must look at a covariate");
    refuses(() -> stepsUntil("promotion", 0), "reach (0) must be from 1 to 9999");
    refuses(() -> stepsUntil("promotion", 10_000), "reach (10000)");
    refuses(() -> stepsUntil("promotion", 7).sumBy("all"), "must not be given sumBy()");
  }

  private static void refuses(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  private static float[] vector(FeatureTable table, int row) {
    float[] values = new float[table.schema().size()];
    table.copyRow(row, values);
    return values;
  }

  private static int[] bits(float[] vector) {
    return IntStream.range(0, vector.length).map(i -> Float.floatToRawIntBits(vector[i])).toArray();
  }
}
