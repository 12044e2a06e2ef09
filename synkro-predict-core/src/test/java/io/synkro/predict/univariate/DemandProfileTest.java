package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.series.SeriesId;
import org.junit.jupiter.api.Test;

class DemandProfileTest {
  private static final SeriesId ID = SeriesId.of("p", "w");

  /** By hand: 6 steps, 4 demands, ADI 1.5; demands 2 4 4 6: mean 4, variance (4+0+0+4)/3. */
  @Test
  void intervalAndVariationEqualTheComputationByHand() {
    DemandProfile profile = DemandProfile.of(ID, 2, 0, 4, 4, 0, 6);
    assertThat(profile.adi()).isCloseTo(1.5, within(1e-12));
    assertThat(profile.cv2()).isCloseTo(8 / 3.0 / 16, within(1e-12));
    assertThat(profile.demandClass()).isEqualTo(DemandClass.INTERMITTENT);
  }

  @Test
  void theFourClassesFollowTheCutOffs() {
    assertThat(DemandProfile.of(ID, 5, 6, 5, 6).demandClass()).isEqualTo(DemandClass.SMOOTH);
    // 1 1 1 17: mean 5, variance 64, CV² 2.56
    assertThat(DemandProfile.of(ID, 1, 1, 1, 17).demandClass()).isEqualTo(DemandClass.ERRATIC);
    assertThat(DemandProfile.of(ID, 1, 0, 0, 1, 0).demandClass())
        .isEqualTo(DemandClass.INTERMITTENT);
    assertThat(DemandProfile.of(ID, 1, 0, 1, 0, 1, 0, 17).demandClass())
        .isEqualTo(DemandClass.LUMPY);
  }

  /** Syntetos, Boylan and Croston: at the cut-off a series counts as intermittent. */
  @Test
  void theCutOffItselfIsIntermittent() {
    double[] values = new double[33]; // 33 steps, 25 demands: ADI 1.32
    for (int i = 0; i < 25; i++) {
      values[i] = 3;
    }
    assertThat(DemandProfile.of(ID, values).demandClass()).isEqualTo(DemandClass.INTERMITTENT);
  }

  @Test
  void missingValuesAreSkippedAndReturnsAreNoDemand() {
    DemandProfile profile = DemandProfile.of(ID, 4, Double.NaN, -2, Double.NaN, 4);
    assertThat(profile.steps()).isEqualTo(3);
    assertThat(profile.demands()).isEqualTo(2);
    assertThat(profile.adi()).isEqualTo(1.5);
  }

  @Test
  void nothingSoldIsAClassOfItsOwn() {
    assertThat(DemandProfile.of(ID, 0, 0, Double.NaN).demandClass())
        .isEqualTo(DemandClass.NO_DEMAND);
    assertThat(DemandProfile.of(ID, 0).adi()).isNaN();
  }
}
