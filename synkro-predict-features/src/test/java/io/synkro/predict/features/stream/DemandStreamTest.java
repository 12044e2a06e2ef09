package io.synkro.predict.features.stream;

import static io.synkro.predict.features.Features.attribute;
import static io.synkro.predict.features.Features.ewm;
import static io.synkro.predict.features.Features.lag;
import static io.synkro.predict.features.Features.mean;
import static io.synkro.predict.features.Features.sinceChange;
import static io.synkro.predict.features.Features.sinceSale;
import static io.synkro.predict.features.Features.zeroShareAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.LiveFeatures;
import io.synkro.predict.features.VectorReader;
import io.synkro.predict.features.stream.DemandEvent.PriceChange;
import io.synkro.predict.features.stream.DemandEvent.Sale;
import io.synkro.predict.features.stream.DemandEvent.StockLevel;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DemandStreamTest {
  static FeaturePipeline pipeline() {
    return FeaturePipeline.builder(Frequency.DAILY)
        .add(lag(1), lag(2), lag(9), mean(7), ewm(0.3), sinceSale(), zeroShareAll())
        .add(lag(1).of("price"), sinceChange().of("price"), mean(5).of("promotion"))
        .add(lag(1).of("min_stock"), mean(7).of("in_stock_share"), mean(3).of("returns"))
        .add(
            mean(7).sumBy("warehouse"),
            lag(1).meanBy("all"),
            ewm(0.2).of("price").meanBy("product"))
        .build();
  }

  /** Of the axis of the events and with the covariates of the pipeline. */
  static SeriesPanel like() {
    List<DemandEvent> one = List.of(sale(0, 0, 1, ""));
    return new OfflineSteps(one, 0, 0, Silence.ZERO).panel();
  }

  static DemandEvent sale(int series, int step, double units, String id) {
    return new Sale(Events.stamp(series, Events.AXIS.at(step), id), units);
  }

  private static DemandStream stream(int lateness, Silence silence, List<DemandEvent> late) {
    LiveFeatures live = LiveFeatures.of(pipeline(), like(), lateness + 1);
    return DemandStream.of(live, StreamOptions.defaults().withSilence(silence), late::add);
  }

  @Property(tries = 60)
  void anyOrderGivesTheBitsOfThePanel(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 4) int late, @ForAll Silence silence) {
    SplittableRandom random = new SplittableRandom(seed);
    List<DemandEvent> events = Events.random(5, random.nextInt(5, 40), random);
    List<DemandEvent> lost = new ArrayList<>();
    DemandStream stream = stream(late, silence, lost);
    List<DemandEvent> handled = new ArrayList<>();
    for (DemandEvent event : Events.shuffled(events, late, random)) {
      EventOutcome outcome = stream.handle(event);
      assertThat(outcome.isAccepted()).isEqualTo(!handled.contains(event));
      if (outcome.isAccepted()) {
        handled.add(event);
      } else {
        assertThat(outcome).isEqualTo(EventOutcome.DUPLICATE);
      }
      if (random.nextInt(60) == 0) {
        assertSameAsPanel(stream, handled, late, silence);
      }
    }
    if (!handled.isEmpty()) {
      stream.advanceTo(Events.AXIS.at(stream.newestStep() + late + 2));
      assertSameAsPanel(stream, handled, late, silence);
    }
    assertThat(lost).isEmpty();
  }

  static void assertSameAsPanel(
      DemandStream stream, List<DemandEvent> handled, int late, Silence silence) {
    int newest = stream.newestStep();
    int settled = silence == Silence.ZERO_AT_ONCE ? newest : newest - late;
    SeriesPanel panel = new OfflineSteps(handled, newest, settled, silence).panel();
    VectorReader reader = stream.reader();
    for (int s = 0; s < panel.size(); s++) {
      int origin = newest + 1;
      int[] one = {1};
      FeatureTable row =
          pipeline().compute(panel, new FeatureRows(new int[] {s}, new int[] {origin}, one));
      float[] vector = new float[pipeline().features().size()];
      reader.read(panel.id(s), origin, vector);
      for (int c = 0; c < vector.length; c++) {
        assertThat(Float.floatToRawIntBits(vector[c]))
            .as(
                "%s of %s: %s, not %s",
                row.schema().names().get(c), panel.id(s), vector[c], row.value(0, c))
            .isEqualTo(Float.floatToRawIntBits(row.value(0, c)));
      }
    }
  }

  @Test
  void eventsThatComeTooLateAreHandedOn() {
    List<DemandEvent> late = new ArrayList<>();
    DemandStream stream = stream(2, Silence.ZERO, late);
    assertThat(stream.handle(sale(0, 10, 3, "a"))).isEqualTo(EventOutcome.APPLIED);
    assertThat(stream.handle(sale(0, 8, 3, "b"))).isEqualTo(EventOutcome.CORRECTED);
    assertThat(stream.handle(sale(0, 10, 3, "b"))).isEqualTo(EventOutcome.DUPLICATE);
    DemandEvent tooLate = sale(0, 7, 3, "c");
    assertThat(stream.handle(tooLate)).isEqualTo(EventOutcome.LATE);
    assertThat(late).containsExactly(tooLate);
    assertThat(stream.counts())
        .containsEntry(EventOutcome.LATE, 1L)
        .containsEntry(EventOutcome.APPLIED, 1L)
        .containsEntry(EventOutcome.TOO_LARGE, 0L);
  }

  @Test
  void badEventsAreToldAndChangeNothing() {
    DemandStream stream = stream(1, Silence.ZERO, new ArrayList<>());
    stream.handle(sale(0, 10, 3, "a"));
    EventStamp stamp = Events.stamp(0, Events.AXIS.at(10), "x");
    assertThat(
            stream.handleAll(
                List.of(
                    new Sale(stamp, Double.NaN),
                    new Sale(stamp, -1),
                    new PriceChange(stamp, -0.01, false),
                    new StockLevel(stamp, Double.NEGATIVE_INFINITY),
                    new Sale(stamp, 2e9),
                    sale(0, 411, 1, "y"),
                    new Sale(
                        new EventStamp(
                            stamp.series(),
                            stamp.time(),
                            stamp.knownAt().minus(Duration.ofHours(19)),
                            "z"),
                        1))))
        .containsExactly(
            EventOutcome.NOT_FINITE,
            EventOutcome.NEGATIVE,
            EventOutcome.NEGATIVE,
            EventOutcome.NOT_FINITE,
            EventOutcome.TOO_LARGE,
            EventOutcome.TOO_FAR_AHEAD,
            EventOutcome.KNOWN_BEFORE_IT_HAPPENED);
    assertThat(EventOutcome.TOO_LARGE.isRejected()).isTrue();
    assertThat(EventOutcome.DUPLICATE.isRejected()).isFalse();
    assertSameAsPanel(stream, List.of(sale(0, 10, 3, "a")), 1, Silence.ZERO);
    assertThat(stream.handle(new Sale(stamp, 1))).isEqualTo(EventOutcome.APPLIED);
  }

  @Test
  void unknownSeriesAreRefusedIfToldSo() {
    LiveFeatures live = LiveFeatures.of(pipeline(), like(), 1);
    StreamOptions options = StreamOptions.defaults().refusingUnknownSeries();
    DemandStream stream = DemandStream.of(live, options, e -> {});
    stream.add(Events.id(0), Map.of());
    assertThat(stream.handle(sale(0, 1, 1, ""))).isEqualTo(EventOutcome.APPLIED);
    assertThat(stream.handle(sale(1, 1, 1, ""))).isEqualTo(EventOutcome.UNKNOWN_SERIES);
    assertThat(live.contains(Events.id(1))).isFalse();
  }

  @Test
  void inputsWithoutAMeaningAreRefused() {
    FeaturePipeline weather =
        FeaturePipeline.builder(Frequency.DAILY).add(lag(1).of("weather")).build();
    SeriesPanel like =
        SeriesPanel.builder(Events.AXIS)
            .covariate("weather", io.synkro.predict.series.Availability.PAST_ONLY)
            .add(like().series(0), Map.of(), Map.of())
            .build();
    assertThatThrownBy(
            () ->
                DemandStream.of(
                    LiveFeatures.of(weather, like, 1), StreamOptions.defaults(), e -> {}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("weather");
  }

  /** The past of a panel, and then events: as the panel of all events together. */
  @Property(tries = 30)
  void aHistoryGoesOn(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int late) {
    SplittableRandom random = new SplittableRandom(seed);
    int cut = 15;
    List<DemandEvent> all = new ArrayList<>(Events.random(4, 30, random));
    for (int s = 0; s < 4; s++) { // a panel does not tell the last of several readings of a step
      EventStamp stamp = Events.stamp(s, Events.AXIS.at(cut), "open-" + s);
      all.add(new DemandEvent.PriceChange(stamp, 9, false));
      all.add(new DemandEvent.StockLevel(Events.stamp(s, stamp.time(), "level-" + s), 4));
    }
    List<DemandEvent> past = all.stream().filter(e -> OfflineSteps.step(e) < cut).toList();
    List<DemandEvent> rest = all.stream().filter(e -> OfflineSteps.step(e) >= cut).toList();
    if (past.isEmpty() || rest.isEmpty()) {
      return;
    }
    List<DemandEvent> lost = new ArrayList<>();
    DemandStream stream = stream(late, Silence.ZERO_AT_ONCE, lost);
    stream.addAll(new OfflineSteps(past, cut - 1, cut, Silence.ZERO_AT_ONCE).panel());
    Events.shuffled(rest, late, random).forEach(stream::handle);
    assertSameAsPanel(stream, all, late, Silence.ZERO_AT_ONCE);
    DemandEvent old = past.get(0);
    assertThat(stream.handle(sale(0, cut - 1, 1, "old"))).isEqualTo(EventOutcome.LATE);
    assertThat(lost).hasSize(1).doesNotContain(old);
  }

  @Test
  void manyThreadsGiveTheSameBits() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    int steps = 12;
    List<DemandEvent> events = Events.random(8, steps, random);
    DemandStream stream = stream(steps, Silence.ZERO_AT_ONCE, new ArrayList<>());
    stream.handle(events.get(0));
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<DemandEvent> own = Events.shuffled(events, steps, new SplittableRandom(i));
      Thread thread =
          new Thread(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException e) {
                  return;
                }
                own.forEach(stream::handle); // every thread all of them: most are duplicates
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread each : threads) {
      each.join();
    }
    assertThat(stream.counts().get(EventOutcome.LATE)).isZero();
    assertSameAsPanel(stream, events, steps, Silence.ZERO_AT_ONCE);
  }

  @Test
  void attributesOfSeriesAreTold() {
    FeaturePipeline pipeline =
        FeaturePipeline.builder(Frequency.DAILY).add(attribute("category"), lag(1)).build();
    SeriesPanel like =
        SeriesPanel.builder(Events.AXIS)
            .attribute("category")
            .add(like().series(0), Map.of(), Map.of("category", "food"))
            .build();
    LiveFeatures live = LiveFeatures.of(pipeline, like, 1);
    DemandStream stream = DemandStream.of(live, StreamOptions.defaults(), e -> {});
    stream.add(SeriesId.of("new", "W"), Map.of("category", "food"));
    stream.handle(
        new Sale(
            new EventStamp(
                SeriesId.of("new", "W"),
                Events.AXIS.at(4),
                Events.stamp(0, Events.AXIS.at(4), "").knownAt(),
                ""),
            2));
    float[] vector = new float[2];
    stream.reader().read(SeriesId.of("new", "W"), 5, vector);
    assertThat(vector).containsExactly(0, 2);
  }
}
