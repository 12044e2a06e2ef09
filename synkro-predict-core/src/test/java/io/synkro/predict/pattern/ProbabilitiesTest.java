package io.synkro.predict.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProbabilitiesTest {
  /**
   * By hand: yes 0.8 and 0.4, no 0.4 and 0.1. Of the four pairs three are ranked right and one is
   * tied: 3.5 / 4.
   */
  @Test
  void aucCountsTiesHalf() {
    double auc = Probabilities.auc(new double[] {0.8, 0.4, 0.4, 0.1}, new int[] {1, 1, 0, 0});
    assertThat(auc).isEqualTo(0.875);
  }

  @Test
  void aucOfOneKindOfAnswerIsChance() {
    assertThat(Probabilities.auc(new double[] {0.1, 0.9}, new int[] {1, 1})).isEqualTo(0.5);
  }

  /** By hand: -(ln 0.8 + ln 0.9) / 2. */
  @Test
  void logLossEqualsTheComputationByHand() {
    ReorderOutlook.Score score = Probabilities.score(new double[] {0.8, 0.1}, new int[] {1, 0});
    assertThat(score.logLoss()).isCloseTo(-(Math.log(0.8) + Math.log(0.9)) / 2, within(1e-12));
    assertThat(score.auc()).isEqualTo(1);
  }

  @Test
  void aCertainErrorCostsMuchButNotInfinitelyMuch() {
    assertThat(Probabilities.loss(0, 1)).isCloseTo(-Math.log(1e-6), within(1e-12));
  }
}
