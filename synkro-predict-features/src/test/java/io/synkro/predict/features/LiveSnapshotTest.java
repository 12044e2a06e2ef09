package io.synkro.predict.features;

import static io.synkro.predict.features.Features.attribute;
import static io.synkro.predict.features.Features.lag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LiveSnapshotTest {
  /** Written and read again and again, on the way through a panel. */
  @Property(tries = 15)
  void whatWasReadGoesOnToTheSameBits(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int open) {
    SplittableRandom random = new SplittableRandom(seed);
    SeriesPanel panel = LiveFeaturesTest.panel(Frequency.DAILY, random.nextInt(20, 90), random);
    FeaturePipeline pipeline = LiveFeaturesTest.pipeline(Frequency.DAILY);
    LiveFeatures live = LiveFeatures.of(pipeline, panel, open);
    for (int s = 0; s < panel.size(); s++) {
      live.add(panel.id(s), Map.of("category", "c" + s % 3));
    }
    float[] vector = new float[pipeline.features().size()];
    for (int step = 0; step < panel.end(); step++) {
      for (int s = 0; s < panel.size(); s++) {
        if (step >= panel.start(s) && step < panel.end(s)) {
          LiveFeaturesTest.append(panel, live, s, step);
          if (random.nextInt(100) == 0) {
            live = copy(live, LiveFeatures.of(pipeline, panel, open));
          }
        }
      }
      if (random.nextInt(10) == 0 || step == panel.end() - 1) {
        LiveFeaturesTest.compare(panel, live, live.reader(), step + 1, vector, 2);
      }
    }
  }

  private static LiveFeatures copy(LiveFeatures from, LiveFeatures to) {
    List<byte[]> parts = new ArrayList<>();
    from.write(parts::add);
    parts.forEach(to::read);
    assertThat(to.size()).isEqualTo(from.size());
    return to;
  }

  @Test
  void otherSettingsAreNamed() {
    SplittableRandom random = new SplittableRandom(1);
    SeriesPanel panel = LiveFeaturesTest.panel(Frequency.DAILY, 30, random);
    FeaturePipeline pipeline = FeaturePipeline.builder(Frequency.DAILY).add(lag(1)).build();
    FeaturePipeline more = FeaturePipeline.builder(Frequency.DAILY).add(lag(1), lag(2)).build();
    List<byte[]> parts = new ArrayList<>();
    LiveFeatures.of(pipeline, panel, 2).write(parts::add);
    assertThatThrownBy(() -> LiveFeatures.of(more, panel, 2).read(parts.get(0)))
        .isInstanceOf(SnapshotMismatchException.class)
        .hasMessageContaining("lag_2 is not there");
    LiveFeatures weekly =
        LiveFeatures.of(
            FeaturePipeline.builder(Frequency.WEEKLY).add(lag(1)).build(),
            LiveFeaturesTest.panel(Frequency.WEEKLY, 30, random),
            2);
    assertThatThrownBy(() -> weekly.read(parts.get(0)))
        .isInstanceOf(SnapshotMismatchException.class)
        .hasMessageContaining("axis is DAILY");
  }

  @Test
  void otherCategoriesMatterWhereTheyAreUsed() {
    for (boolean used : new boolean[] {true, false}) {
      FeaturePipeline pipeline =
          FeaturePipeline.builder(Frequency.DAILY)
              .add(used ? attribute("category") : lag(2), lag(1))
              .build();
      List<byte[]> parts = new ArrayList<>();
      LiveFeatures.of(pipeline, categories("food"), 2).write(parts::add);
      LiveFeatures other = LiveFeatures.of(pipeline, categories("food", "tools"), 2);
      if (used) {
        assertThatThrownBy(() -> other.read(parts.get(0)))
            .isInstanceOfSatisfying(
                SnapshotMismatchException.class, e -> assertThat(e.differences()).hasSize(1))
            .hasMessageContaining("attribute category");
      } else {
        other.read(parts.get(0));
      }
    }
  }

  private static SeriesPanel categories(String... categories) {
    TimeAxis axis = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
    SeriesPanelBuilder builder = SeriesPanel.builder(axis).attribute("category");
    for (String each : categories) {
      TimeSeries series = new TimeSeries(SeriesId.of(each, "w"), axis, 0, 1);
      builder.add(series, Map.of(), Map.of("category", each));
    }
    return builder.build();
  }

  /** Or it would close the steps of the group to all others, and count up to it one by one. */
  @Test
  void aFirstStepFarFromItsGroupsIsRefused() {
    SplittableRandom random = new SplittableRandom(1);
    SeriesPanel panel = LiveFeaturesTest.panel(Frequency.DAILY, 30, random);
    FeaturePipeline pipeline =
        FeaturePipeline.builder(Frequency.DAILY).add(lag(1).sumBy("all")).build();
    LiveFeatures live = LiveFeatures.of(pipeline, panel, 1);
    live.add(SeriesId.of("a", "w"), Map.of());
    live.add(SeriesId.of("b", "w"), Map.of());
    live.append(SeriesId.of("a", "w"), 5, 1);
    assertThatThrownBy(() -> live.append(SeriesId.of("b", "w"), 90_000_000, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("first step of series b@w");
    assertThat(live.append(SeriesId.of("b", "w"), 5, 1)).isEqualTo(LiveFeatures.Outcome.APPLIED);
  }
}
