package io.synkro.predict.features.stream;

import static io.synkro.predict.features.Features.lag;
import static io.synkro.predict.features.Features.mean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.LiveFeatures;
import io.synkro.predict.features.SnapshotMismatchException;
import io.synkro.predict.features.VectorReader;
import io.synkro.predict.features.log.Durability;
import io.synkro.predict.features.stream.DurableLiveFeatures.Setup;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableLiveFeaturesTest {
  private static final int KILLS = 3;
  private static final int LATENESS = KilledStream.LATENESS;

  private final Path folder;

  DurableLiveFeaturesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** SIGKILL at any time; what was acknowledged is not sent again, the next event may be. */
  @Test
  void killsLeaveTheBitsOfAnUninterruptedRun() throws Exception {
    List<DemandEvent> events = KilledStream.events();
    int next = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      next = runAndKill(next, events.size() * kill / (KILLS + 2)) + 1;
    }
    DemandStream whole = uninterrupted(events);
    try (DurableLiveFeatures resumed = KilledStream.open(folder)) {
      assertThat(resumed.handle(events.get(next - 1))).isEqualTo(EventOutcome.DUPLICATE);
      resumed.handleAll(events.subList(next, events.size()));
      assertThat(resumed.counts().get(EventOutcome.LATE)).isZero();
      assertSame(resumed.reader(), whole.reader(), whole.newestStep());
    }
    try (DurableLiveFeatures again = KilledStream.open(folder)) {
      assertSame(again.reader(), whole.reader(), whole.newestStep());
    }
  }

  /** Returns the last event that was acknowledged. */
  private int runAndKill(int first, int until) throws Exception {
    Path said = Files.createTempFile(folder.getParent(), "acknowledged", ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledStream.class.getName(),
                folder.toString(),
                Integer.toString(first))
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      while (process.isAlive() && Files.size(said) < KilledStream.LINE * (until - first + 1L)) {
        Thread.onSpinWait();
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).isEqualTo(128 + 9);
    long lines = Files.size(said) / KilledStream.LINE; // a kill may cut off the last one
    Files.delete(said);
    return first + (int) lines - 1;
  }

  private static DemandStream uninterrupted(List<DemandEvent> events) {
    LiveFeatures live =
        LiveFeatures.of(DemandStreamTest.pipeline(), DemandStreamTest.like(), LATENESS + 1);
    DemandStream stream = DemandStream.of(live, StreamOptions.defaults(), e -> {});
    events.forEach(stream::handle);
    return stream;
  }

  private static void assertSame(VectorReader actual, VectorReader expected, int newest) {
    int size = DemandStreamTest.pipeline().features().size();
    for (int s = 0; s < 12; s++) {
      for (int origin = newest - LATENESS + 1; origin <= newest + 2; origin++) {
        float[] a = new float[size];
        float[] b = new float[size];
        actual.read(Events.id(s), origin, a);
        expected.read(Events.id(s), origin, b);
        for (int c = 0; c < size; c++) {
          assertThat(Float.floatToRawIntBits(a[c]))
              .as("feature %d of series %d: %s, not %s", c, s, a[c], b[c])
              .isEqualTo(Float.floatToRawIntBits(b[c]));
        }
      }
    }
  }

  /** Reopened after every few changes, with and without snapshots. */
  @Test
  void everythingIsThereAgain() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    List<DemandEvent> all = Events.random(6, 40, random);
    int cut = 20;
    List<DemandEvent> past = all.stream().filter(e -> OfflineSteps.step(e) < cut).toList();
    List<DemandEvent> rest = all.stream().filter(e -> OfflineSteps.step(e) >= cut).toList();
    DurableLiveFeatures features = KilledStream.open(folder);
    features.addAll(new OfflineSteps(past, cut - 1, cut, Silence.ZERO_AT_ONCE).panel());
    for (DemandEvent event : Events.shuffled(rest, LATENESS, random)) {
      features.handle(event);
      if (random.nextInt(10) == 0) {
        if (random.nextBoolean()) {
          features.snapshot();
          assertThat(features.changesSinceSnapshot()).isZero();
        }
        features.close();
        features = KilledStream.open(folder);
      }
    }
    features.add(SeriesId.of("later", "W"), Map.of());
    features.advanceTo(Events.AXIS.at(45));
    features.close();
    features = KilledStream.open(folder);
    assertThat(features.newestStep()).isEqualTo(45);
    DemandStream whole = uninterrupted(all);
    whole.advanceTo(Events.AXIS.at(45));
    VectorReader expected = whole.reader();
    for (SeriesId id : all.stream().map(e -> e.stamp().series()).distinct().toList()) {
      float[] a = new float[DemandStreamTest.pipeline().features().size()];
      float[] b = a.clone();
      features.reader().read(id, 46, a);
      expected.read(id, 46, b);
      assertThat(a).isEqualTo(b);
    }
    features.handle(DemandStreamTest.sale(0, 46, 1, "more"));
    features.close();
  }

  @Test
  void lateEventsAreHandedOnOnce() throws IOException {
    List<DemandEvent> late = new ArrayList<>();
    Setup setup = new Setup(StreamOptions.defaults(), late::add, Durability.POWER_LOSS);
    LiveFeatures live = LiveFeatures.of(DemandStreamTest.pipeline(), DemandStreamTest.like(), 1);
    try (DurableLiveFeatures features = DurableLiveFeatures.open(folder, live, setup)) {
      assertThat(
              features.handleAll(
                  List.of(
                      DemandStreamTest.sale(0, 5, 1, "a"),
                      DemandStreamTest.sale(0, 4, 1, "b"),
                      DemandStreamTest.sale(0, 5, Double.NaN, "c"))))
          .containsExactly(EventOutcome.APPLIED, EventOutcome.LATE, EventOutcome.NOT_FINITE);
      assertThat(features.handle(DemandStreamTest.sale(0, 5, -1, "d")))
          .isEqualTo(EventOutcome.NEGATIVE);
      assertThat(features.changesSinceSnapshot()).isEqualTo(1);
    }
    LiveFeatures anew = LiveFeatures.of(DemandStreamTest.pipeline(), DemandStreamTest.like(), 1);
    DurableLiveFeatures.open(folder, anew, setup).close();
    assertThat(late).hasSize(1);
  }

  @Test
  void otherFeaturesAreRefusedByName() throws IOException {
    try (DurableLiveFeatures features = KilledStream.open(folder)) {
      features.handle(DemandStreamTest.sale(0, 5, 1, "a"));
      features.snapshot();
    }
    FeaturePipeline other =
        FeaturePipeline.builder(Frequency.DAILY).add(lag(1), mean(8).as("mean_7")).build();
    Setup setup = new Setup(StreamOptions.defaults(), e -> {}, Durability.PROCESS_CRASH);
    assertThatThrownBy(
            () ->
                DurableLiveFeatures.open(
                    folder, LiveFeatures.of(other, DemandStreamTest.like(), 4), setup))
        .isInstanceOf(SnapshotMismatchException.class)
        .hasMessageContaining("mean_7 is mean(7) of demand, daily, not mean(8) of demand, daily");
    assertThatThrownBy(
            () ->
                DurableLiveFeatures.open(
                    folder,
                    LiveFeatures.of(DemandStreamTest.pipeline(), DemandStreamTest.like(), 2),
                    setup))
        .isInstanceOf(SnapshotMismatchException.class)
        .hasMessageContaining("open steps is 4, not 2");
    Setup missing =
        new Setup(
            StreamOptions.defaults().withSilence(Silence.MISSING),
            e -> {},
            Durability.PROCESS_CRASH);
    assertThatThrownBy(
            () ->
                DurableLiveFeatures.open(
                    folder,
                    LiveFeatures.of(DemandStreamTest.pipeline(), DemandStreamTest.like(), 4),
                    missing))
        .isInstanceOf(SnapshotMismatchException.class)
        .hasMessageContaining("silence is ZERO_AT_ONCE, not MISSING");
    KilledStream.open(folder).close();
  }
}
