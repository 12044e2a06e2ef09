package io.synkro.predict.features.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureSelectionTest {
  private static final FeatureView DEMAND =
      view(
          "demand", 7, Feature.number("mean").definedAs("mean(demand, 28)"), Feature.number("lag"));
  private static final FeatureView PRICE =
      view("price", 1, Feature.number("mean"), Feature.category("band", 3));

  @Test
  void namesThatAreNotUniqueCarryTheirView() {
    FeatureSchema joint =
        FeatureSelection.jointSchema(
            List.of(FeatureSelection.of(DEMAND), FeatureSelection.of(PRICE, "band", "mean")));
    assertThat(joint.features())
        .containsExactly(
            Feature.number("demand__mean").definedAs("mean(demand, 28) ttl=PT168H"),
            Feature.number("lag").definedAs("ttl=PT168H"),
            Feature.category("band", 3).definedAs("ttl=PT24H"),
            Feature.number("price__mean").definedAs("ttl=PT24H"));
  }

  @Test
  void aNameIsPlainIfItsNamesakeIsNotSelected() {
    FeatureSchema joint =
        FeatureSelection.jointSchema(
            List.of(FeatureSelection.of(DEMAND, "mean"), FeatureSelection.of(PRICE, "band")));
    assertThat(joint.names()).containsExactly("mean", "band");
  }

  @Test
  void anotherTimeToLiveIsAnotherVersion() {
    FeatureView longer = view("price", 2, Feature.number("mean"), Feature.category("band", 3));
    assertThat(FeatureSelection.jointSchema(List.of(FeatureSelection.of(longer))).version())
        .isNotEqualTo(FeatureSelection.jointSchema(List.of(FeatureSelection.of(PRICE))).version());
  }

  @Test
  void noNamesStandForAll() {
    assertThat(FeatureSelection.of(PRICE)).isEqualTo(FeatureSelection.of(PRICE, "mean", "band"));
    assertThat(FeatureSelection.of(PRICE, "band").columns()).containsExactly(1);
  }

  @Test
  void refusesWhatTheViewDoesNotHave() {
    assertThatThrownBy(() -> FeatureSelection.of(PRICE, "lag"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("feature selected from view price (lag) must be one of [mean, band].");
    assertThatThrownBy(() -> FeatureSelection.of(PRICE, "band", "band"))
        .hasMessageContaining("must be unique");
    assertThatThrownBy(
            () ->
                FeatureSelection.jointSchema(
                    List.of(FeatureSelection.of(PRICE), FeatureSelection.of(PRICE))))
        .hasMessageContaining("price__mean");
  }

  private static FeatureView view(String name, int days, Feature... features) {
    return FeatureView.of(
        name,
        Entity.SERIES,
        new FeatureSchema(List.of(features)),
        Freshness.ofTimeToLive(Duration.ofDays(days)));
  }
}
