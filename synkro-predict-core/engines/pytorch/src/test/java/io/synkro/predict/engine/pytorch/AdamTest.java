package io.synkro.predict.engine.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.pattern.LstmShape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdamTest {
  private static final LstmShape SHAPE = new LstmShape(1, 1, 1, 2);

  /** Kingma and Ba, section 2.1: the size of the first step is the rate, whatever the gradient. */
  @Test
  void theFirstStepMovesEveryWeightByTheRateAgainstItsGradient() {
    Weights weights = Weights.random(SHAPE, new SplittableRandom(1));
    float before = weights.part(Weights.HEAD)[1];
    float[][] gradients = zeros(weights);
    gradients[Weights.HEAD][1] = -7;
    new Adam(weights, 0.25, 100).step(weights, gradients);
    assertThat(weights.part(Weights.HEAD)[1] - before).isCloseTo(0.25f, within(1e-6f));
  }

  /**
   * By hand: the first gradients (3, -4) of norm 5 are clipped to norm 1, (0.6, -0.8); the second
   * are zero. Then mean = 0.9 x 0.1 x 0.6 = 0.054, over 1 - 0.81 is 0.284211; square = 0.999 x
   * 0.001 x 0.36 = 0.00035964, over 1 - 0.998001 is 0.179910, root 0.424158; step 0.01 x 0.670058.
   * The first step is 0.01, so that the weight moves by 0.016701; without clipping it would be the
   * same, so the third gradient, 0.3, shows the clipping: mean = 0.0486 + 0.03 = 0.0786, over 0.271
   * is 0.290037; square = 0.000359280 + 0.00009 = 0.000449280, over 0.002997001 is 0.149910, root
   * 0.387182; step 0.01 x 0.749097, in all 0.0241916.
   */
  @Test
  void threeStepsEqualTheComputationByHandAndNegativeGradientsAreClippedToo() {
    Weights weights = Weights.random(SHAPE, new SplittableRandom(1));
    float before = weights.part(Weights.HEAD)[0];
    Adam adam = new Adam(weights, 0.01, 1);
    float[][] gradients = zeros(weights);
    gradients[Weights.HEAD][0] = 3;
    gradients[Weights.HEAD][1] = -4;
    adam.step(weights, gradients);
    adam.step(weights, zeros(weights));
    float[][] third = zeros(weights);
    third[Weights.HEAD][0] = 0.3f;
    adam.step(weights, third);
    assertThat(before - weights.part(Weights.HEAD)[0]).isCloseTo(0.0241916f, within(2e-7f));
  }

  private static float[][] zeros(Weights weights) {
    float[][] gradients = new float[weights.size()][];
    for (int p = 0; p < gradients.length; p++) {
      gradients[p] = new float[weights.part(p).length];
    }
    return gradients;
  }
}
