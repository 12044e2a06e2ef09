package io.synkro.predict.features.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureViewTest {
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(List.of(Feature.number("mean_28").definedAs("mean(demand, 28)")));
  private static final Freshness WEEK = Freshness.ofTimeToLive(Duration.ofDays(7));
  private static final FeatureView VIEW =
      FeatureView.of("demand", Entity.SERIES, SCHEMA, WEEK).withDefaults(Map.of("mean_28", 1f));

  @Test
  void theVersionChangesWithWhateverGivesValuesAMeaning() {
    FeatureSchema other = new FeatureSchema(List.of(Feature.number("mean_28")));
    Freshness longer = new Freshness(Duration.ofDays(7), Duration.ofDays(8));
    assertThat(
            List.of(
                VIEW.version(),
                new FeatureView("d", Entity.SERIES, SCHEMA, WEEK, VIEW.defaults()).version(),
                new FeatureView("demand", Entity.PRODUCT, SCHEMA, WEEK, VIEW.defaults()).version(),
                new FeatureView("demand", Entity.SERIES, other, WEEK, VIEW.defaults()).version(),
                new FeatureView("demand", Entity.SERIES, SCHEMA, longer, VIEW.defaults()).version(),
                VIEW.withDefaults(Map.of()).version(),
                VIEW.withDefaults(Map.of("mean_28", 2f)).version()))
        .doesNotHaveDuplicates();
    assertThat(VIEW.version())
        .isEqualTo(
            FeatureView.of("demand", Entity.SERIES, SCHEMA, WEEK)
                .withDefaults(Map.of("mean_28", 1f))
                .version());
  }

  @Test
  void refusesWhatItCannotServe() {
    assertThatThrownBy(() -> VIEW.withDefaults(Map.of("mean_7", 1f)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("mean_7");
    assertThatThrownBy(() -> VIEW.withDefaults(Map.of("mean_28", Float.NaN)))
        .hasMessageContaining("must be finite");
    assertThatThrownBy(() -> FeatureView.of("../up", Entity.SERIES, SCHEMA, WEEK))
        .hasMessageContaining("begin with none of");
    assertThatThrownBy(() -> new Freshness(Duration.ofDays(2), Duration.ofDays(1)))
        .hasMessageContaining("must be at most the time to live, PT24H");
  }

  @Test
  void agesAreJudgedFromTheEventTime() {
    Freshness freshness = new Freshness(Duration.ofHours(1), Duration.ofHours(2));
    assertThat(freshness.at(-5)).isEqualTo(FeatureStatus.FRESH);
    assertThat(freshness.at(3_599_999)).isEqualTo(FeatureStatus.FRESH);
    assertThat(freshness.at(3_600_000)).isEqualTo(FeatureStatus.STALE);
    assertThat(freshness.at(7_200_000)).isEqualTo(FeatureStatus.EXPIRED);
  }

  @Test
  void keysComeBackFromTheirText() {
    EntityKey key = EntityKey.of(SeriesId.of("P-1", "Köln"));
    assertThat(EntityKey.ofJoined(key.joined())).isEqualTo(key).hasToString("P-1@Köln");
    assertThat(key.parts()).containsExactly("P-1", "Köln");
    assertThat(Entity.SERIES.requireKey(key)).isSameAs(key);
    assertThatThrownBy(() -> Entity.PRODUCT.requireKey(key))
        .hasMessageContaining("must have the parts [product]");
    assertThatThrownBy(() -> EntityKey.of("a\u001fb")).hasMessageContaining("control characters");
  }

  @Test
  void aBatchKeepsItsRowsTogether() {
    FeatureBatch batch =
        new FeatureBatch(
            new EntityKey[] {EntityKey.of("a"), EntityKey.of("b")},
            new long[] {1, 2},
            new long[] {3, 4},
            new FeatureTable(SCHEMA, new float[][] {{5, 6}}));
    FeatureBatch second = batch.select(1);
    assertThat(second.rows()).isEqualTo(1);
    assertThat(second.key(0)).isEqualTo(EntityKey.of("b"));
    assertThat(second.eventMillis(0)).isEqualTo(2);
    assertThat(second.knownMillis(0)).isEqualTo(4);
    assertThat(second.values().value(0, 0)).isEqualTo(6f);
    assertThatThrownBy(() -> batch.select(2)).hasMessageContaining("row (2)");
  }
}
