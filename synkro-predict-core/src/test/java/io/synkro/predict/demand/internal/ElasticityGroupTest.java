package io.synkro.predict.demand.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.demand.PriceElasticity;
import io.synkro.predict.series.SeriesId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElasticityGroupTest {
  private static final SeriesId ID = SeriesId.of("P", "W");

  private static OwnElasticity own(double value, double error) {
    return new OwnElasticity(100, value, error);
  }

  @Test
  void momentsAndDrawnEstimatesAreThoseOfTheFormula() {
    // DerSimonian & Laird (1986) worked in R 4.2
    ElasticityGroup group =
        ElasticityGroup.of(
            "all", List.of(own(-1, 0.3), own(-2, 0.4), own(-1.5, 0.2), own(-3, 0.5)));
    assertThat(group.variance()).isCloseTo(0.346733746130031, within(1e-12));
    assertThat(group.mean()).isCloseTo(-1.776318745299453, within(1e-12));
    assertThat(group.varianceOfMean()).isCloseTo(0.117306248183847, within(1e-12));
    PriceElasticity drawn = group.drawn(ID, own(-1, 0.3));
    assertThat(drawn.value()).isCloseTo(-1.159980051223586, within(1e-12));
    assertThat(drawn.standardError()).isCloseTo(0.276468577736874, within(1e-12));
  }

  @Test
  void estimatesThatDifferByChanceAloneAreAllTheMean() {
    ElasticityGroup group = ElasticityGroup.of("all", List.of(own(-1.9, 0.5), own(-2.1, 0.5)));
    assertThat(group.variance()).isZero();
    assertThat(group.drawn(ID, own(-1.9, 0.5)).value()).isCloseTo(-2, within(1e-12));
  }
}
