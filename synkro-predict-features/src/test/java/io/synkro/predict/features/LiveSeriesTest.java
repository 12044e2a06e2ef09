package io.synkro.predict.features;

import static io.synkro.predict.features.Features.attribute;
import static io.synkro.predict.features.Features.ewm;
import static io.synkro.predict.features.Features.lag;
import static io.synkro.predict.features.Features.mean;
import static io.synkro.predict.features.Features.meanAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How series come and go, and what they share with others. */
class LiveSeriesTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2020, 1, 1));
  private static final SeriesId P = SeriesId.of("P", "W");
  private static final SeriesId Q = SeriesId.of("Q", "W");

  private static FeaturePipeline pipeline(PipelineFeature... features) {
    return FeaturePipeline.builder(Frequency.DAILY).add(features).build();
  }

  private static double[] ramp(double from) {
    double[] values = new double[20];
    Arrays.setAll(values, i -> from + i);
    return values;
  }

  /** One series of 20 steps for each id. */
  private static SeriesPanel panel(SeriesId... ids) {
    SeriesPanelBuilder builder = SeriesPanel.builder(AXIS);
    for (SeriesId id : ids) {
      double[] demand = ramp(id.equals(P) ? 1 : 100);
      builder.add(new TimeSeries(id, AXIS, 0, demand), Map.of(), Map.of());
    }
    return builder.build();
  }

  private static float[] read(LiveFeatures live, SeriesId id, int origin) {
    float[] vector = new float[live.pipeline().features().size()];
    live.reader().read(id, origin, vector);
    return vector;
  }

  private static float[] row(FeaturePipeline pipeline, SeriesPanel panel, int series, int origin) {
    FeatureTable table =
        pipeline.compute(
            panel, new FeatureRows(new int[] {series}, new int[] {origin}, new int[] {1}));
    float[] row = new float[table.schema().size()];
    for (int c = 0; c < row.length; c++) {
      row[c] = table.value(0, c);
    }
    return row;
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void stepsThatAreFarOffAreRefusedBeforeAnythingChanges() {
    LiveFeatures live = LiveFeatures.of(pipeline(lag(1).sumBy("all")), panel(P), 3);
    live.addAll(panel(P));
    live.add(Q, Map.of());
    assertRefused(() -> live.append(Q, Integer.MAX_VALUE, 1), "step of series Q@W (2147483647)");
    assertRefused(() -> live.append(Q, Integer.MIN_VALUE, 1), "step of series Q@W (-2147483648)");
    assertRefused(() -> live.append(Q, 100_000_000, 1), "first step of series Q@W");
    assertRefused(() -> read(live, Q, Integer.MAX_VALUE), "origin of series Q@W (2147483647)");
    assertThat(live.append(P, 19, 7)).isEqualTo(LiveFeatures.Outcome.APPLIED);
    assertThat(read(live, P, 20)).containsExactly(7);
  }

  @Test
  void aSecondPanelIsAddedAsAWholeOrNotAtAll() {
    FeaturePipeline grouped = pipeline(mean(20).sumBy("all"));
    LiveFeatures live = LiveFeatures.of(grouped, panel(P), 3);
    live.addAll(panel(P));
    assertRefused(() -> live.addAll(panel(Q, P)), "series (P@W) must be new");
    assertRefused(() -> live.addAll(panel(Q)), "must be open in all of its groups");
    assertThat(live.contains(Q)).isFalse();
    assertThat(read(live, P, 20)).isEqualTo(row(grouped, panel(P), 0, 20));

    LiveFeatures apart = LiveFeatures.of(pipeline(mean(20).sumBy("product")), panel(P), 3);
    apart.addAll(panel(P));
    apart.addAll(panel(Q));
    assertThat(read(apart, Q, 20)).isEqualTo(row(apart.pipeline(), panel(Q), 0, 20));
  }

  @Test
  void anAttributeThatIsLeftOutIsUnknownAsInAPanel() {
    SeriesPanel panel =
        SeriesPanel.builder(AXIS)
            .attribute("category")
            .add(new TimeSeries(P, AXIS, 0, ramp(1)), Map.of(), Map.of("category", "a"))
            .add(new TimeSeries(Q, AXIS, 0, ramp(1)), Map.of(), Map.of())
            .build();
    LiveFeatures live =
        LiveFeatures.of(pipeline(attribute("category"), lag(1).sumBy("category")), panel, 3);
    SeriesId other = SeriesId.of("R", "W");
    live.add(Q, Map.of());
    live.add(other, Map.of("category", "never seen"));
    for (int t = 0; t < 20; t++) {
      live.append(Q, t, t + 1);
      live.append(other, t, t + 1);
    }
    assertThat(read(live, Q, 20)).isEqualTo(row(live.pipeline(), panel, 1, 20));
    assertThat(read(live, other, 20)).containsExactly(Float.NaN, Float.NaN);
    LiveFeatures copy = LiveFeatures.of(live.pipeline(), panel, 3);
    live.write(copy::read);
    assertThat(read(copy, Q, 20)).isEqualTo(read(live, Q, 20));
    assertThat(read(copy, other, 20)).containsExactly(Float.NaN, Float.NaN);
  }

  @Test
  void textsWithLineBreaksAreTextsOfTheirOwn() {
    SeriesPanel panel =
        SeriesPanel.builder(AXIS)
            .attribute("a")
            .attribute("b")
            .add(new TimeSeries(P, AXIS, 0, ramp(1)), Map.of(), Map.of("a", "x", "b", "y\n=z"))
            .add(new TimeSeries(Q, AXIS, 0, ramp(100)), Map.of(), Map.of("a", "x\n=y", "b", "z"))
            .build();
    for (PipelineFeature[] each :
        List.of(
            new PipelineFeature[] {attribute("a"), attribute("b")},
            new PipelineFeature[] {lag(1).sumBy("a"), lag(1).sumBy("b")})) {
      LiveFeatures live = LiveFeatures.of(pipeline(each), panel, 3);
      live.addAll(panel);
      assertThat(read(live, P, 20)).isEqualTo(row(live.pipeline(), panel, 0, 20));
      assertThat(read(live, Q, 20)).isEqualTo(row(live.pipeline(), panel, 1, 20));
    }
  }

  @Test
  void aReadBehindAGroupNamesTheGroup() {
    LiveFeatures live = LiveFeatures.of(pipeline(lag(1).sumBy("warehouse")), panel(P), 2);
    live.add(P, Map.of());
    live.add(Q, Map.of());
    live.append(Q, 5, 1);
    live.append(P, 9, 1);
    assertRefused(
        () -> read(live, Q, 6), "step that its group has closed for sum(demand) by warehouse");
    assertRefused(() -> read(live, P, 7), "step that the series has closed");
    assertThat(read(live, Q, 10)).containsExactly(1);
  }

  @Test
  void longSilenceGivesTheNumbersThatEachStepWouldHaveGiven() {
    PipelineFeature[] features = {ewm(0.3), meanAll(), ewm(0.1).lagged(20), ewm(0.1).sumBy("all")};
    SeriesPanel panel =
        SeriesPanel.builder(AXIS)
            .add(new TimeSeries(P, AXIS, 0, ramp(1)), Map.of(), Map.of())
            .build();
    LiveFeatures live = LiveFeatures.of(pipeline(features), panel, 3);
    live.addAll(panel);
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 60; i++) {
      int origin = i % 3 == 0 ? random.nextInt(18, 600) : 20 + 40 * i;
      LiveFeatures fresh = LiveFeatures.of(live.pipeline(), panel, 3);
      fresh.addAll(panel);
      if (i < 30) {
        assertThat(read(fresh, P, origin)).isEqualTo(row(live.pipeline(), panel, 0, origin));
      } else {
        live.append(P, 19, i); // corrected
        fresh.append(P, 19, i);
      }
      assertThat(read(live, P, origin)).as("origin %d", origin).isEqualTo(read(fresh, P, origin));
    }
  }

  @Test
  void aSeriesThatWasSilentForTooLongBeginsAnewOnceItIsRemoved() {
    LiveFeatures live = LiveFeatures.of(pipeline(lag(1)), panel(P), 3);
    live.addAll(panel(P));
    int late = 20 + LiveState.MOST_SKIPPED;
    assertRefused(() -> live.append(P, late, 1), "remove the series and add it again");
    assertThat(live.remove(P)).isTrue();
    assertThat(live.remove(P)).isFalse();
    assertRefused(() -> live.append(P, late, 1), "must have been added");
    live.add(P, Map.of());
    live.append(P, late, 8);
    assertThat(read(live, P, late + 1)).containsExactly(8);
  }

  @Test
  void openStepsOfARemovedSeriesLeaveItsGroups() {
    FeaturePipeline grouped = pipeline(lag(1).sumBy("all"), lag(3).sumBy("all"));
    LiveFeatures live = LiveFeatures.of(grouped, panel(P, Q), 2);
    live.addAll(panel(P, Q));
    live.remove(Q);
    assertThat(read(live, P, 20)).containsExactly(20, 18 + 117);
    live.add(Q, Map.of());
    live.append(Q, 19, 5);
    assertThat(read(live, P, 20)).containsExactly(25, 18 + 117);
  }

  @Test
  void originsBeforeTheFirstStepAreRefused() {
    LiveFeatures live = LiveFeatures.of(pipeline(lag(1)), panel(P), 10);
    live.add(P, Map.of());
    assertThat(read(live, P, 3)).containsExactly(Float.NaN);
    live.append(P, 5, 1);
    assertRefused(() -> read(live, P, 4), "must not lie before its first step, 2020-01-06");
    assertThat(read(live, P, 5)).containsExactly(Float.NaN);
  }

  @Test
  void horizonsAreBounded() {
    assertRefused(() -> new VectorReader.Ask(0, 0), "must be from 1 to 10000");
    assertRefused(() -> new VectorReader.Ask(0, 10_001), "must be from 1 to 10000");
    assertThat(new VectorReader.Ask(0, 10_000).horizon()).isEqualTo(10_000);
  }

  /** One of the series ends before the panel does, while its planned prices go on. */
  @Property(tries = 20)
  void aWholePanelGivesTheBitsOfItsLastRows(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SeriesPanel panel = LiveFeaturesTest.panel(Frequency.DAILY, random.nextInt(20, 130), random);
    FeaturePipeline pipeline = LiveFeaturesTest.pipeline(Frequency.DAILY);
    LiveFeatures live = LiveFeatures.of(pipeline, panel, 1 + random.nextInt(4));
    live.addAll(panel);
    float[] vector = new float[pipeline.features().size()];
    LiveFeaturesTest.compare(panel, live, live.reader(), panel.end(), vector, random.nextInt(1, 9));
  }

  @Test
  void threadsThatReportAndReadGiveTheBitsOfThePanel() throws Exception {
    SplittableRandom random = new SplittableRandom(4);
    SeriesPanel panel = LiveFeaturesTest.panel(Frequency.DAILY, 120, random);
    FeaturePipeline pipeline = LiveFeaturesTest.pipeline(Frequency.DAILY);
    LiveFeatures live = LiveFeatures.of(pipeline, panel, panel.end());
    for (int s = 0; s < panel.size(); s++) {
      live.add(panel.id(s), Map.of("category", "c" + s % 3));
    }
    float[] vector = new float[pipeline.features().size()];
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int t = 0; t < 2; t++) {
        int parity = t;
        running.add(threads.submit(() -> reportAndRead(panel, live, parity)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    LiveFeaturesTest.compare(panel, live, live.reader(), panel.end(), vector, 2);
  }

  private static void reportAndRead(SeriesPanel panel, LiveFeatures live, int parity) {
    VectorReader reader = live.reader();
    float[] vector = new float[live.pipeline().features().size()];
    float[][] plans = new float[live.planned().size()][1];
    for (int step = 0; step < panel.end(); step++) {
      for (int s = 0; s < panel.size(); s++) {
        if (s % 2 == parity && step >= panel.start(s)) {
          if (step < panel.end(s)) {
            LiveFeaturesTest.append(panel, live, s, step);
          }
          reader.read(panel.id(s), step + 1, vector, plans);
        }
      }
    }
  }
}
