package io.synkro.predict.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.History;
import io.synkro.predict.tabular.HistoryTransform;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What every {@link HistoryTransform} promises; extend it and hand in the transform. The histories
 * refuse to be read beyond the look-back.
 */
public abstract class HistoryTransformContractTest {
  private static final int STEPS = 300;
  private static final long FIRST_STEP = -100; // before 1970, so that steps change their sign

  /** Creates the test. */
  protected HistoryTransformContractTest() {}

  /**
   * Returns the transform under test.
   *
   * @return a transform
   */
  protected abstract HistoryTransform transform();

  @Test
  void itsNameAndDefinitionFitASchema() {
    HistoryTransform transform = transform();
    Feature feature = Feature.number(transform.name()).definedAs(transform.definition());
    assertThat(feature.definition()).isNotBlank();
    assertThat(transform().name()).isEqualTo(transform.name());
    assertThat(transform().definition()).isEqualTo(transform.definition());
    assertThat(transform.lookback()).isNotNegative().isEqualTo(transform().lookback());
    assertThat(transform.stateSize()).isNotNegative().isEqualTo(transform().stateSize());
  }

  @Test
  void valuesAreFiniteOrMissing() {
    for (float[] values : histories()) {
      for (float value : run(transform(), values, 0)) {
        assertThat(Float.isInfinite(value)).isFalse();
      }
    }
  }

  @Test
  void theSameHistoryGivesTheSameBits() {
    for (float[] values : histories()) {
      assertSameBits(run(transform(), values, 0), run(transform(), values, 0));
    }
  }

  @Test
  void anObjectHoldsNothingOfWhatItHasComputed() {
    HistoryTransform used = transform();
    for (float[] values : histories()) {
      assertSameBits(run(used, values, 0), run(transform(), values, 0));
    }
  }

  @Test
  void theStateMayLieAnywhere() {
    for (float[] values : histories()) {
      assertSameBits(run(transform(), values, 7), run(transform(), values, 0));
    }
  }

  @Test
  void computingAValueChangesNothing() {
    for (float[] values : histories()) {
      HistoryTransform transform = transform();
      double[] state = new double[transform.stateSize()];
      transform.start(state, 0);
      Past past = new Past(values, transform.lookback());
      for (int t = 0; t < values.length; t++) {
        transform.update(state, 0, values[t]);
        past.newest = t;
        double[] before = state.clone();
        float once = transform.value(past, state, 0);
        float twice = transform.value(past, state, 0);
        assertThat(Float.floatToIntBits(twice)).isEqualTo(Float.floatToIntBits(once));
        assertThat(state).isEqualTo(before);
      }
    }
  }

  @Test
  void aStateCanBeCopiedAndGoneOnFrom() {
    for (float[] values : histories()) {
      HistoryTransform transform = transform();
      float[] whole = run(transform, values, 0);
      double[] state = new double[transform.stateSize()];
      transform.start(state, 0);
      for (int t = 0; t < values.length / 2; t++) {
        transform.update(state, 0, values[t]);
      }
      double[] copy = state.clone();
      Arrays.fill(state, 123);
      Past past = new Past(values, transform.lookback());
      for (int t = values.length / 2; t < values.length; t++) {
        transform.update(copy, 0, values[t]);
        past.newest = t;
        assertThat(Float.floatToIntBits(transform.value(past, copy, 0)))
            .isEqualTo(Float.floatToIntBits(whole[t]));
      }
    }
  }

  @Test
  void severalStepsAtOnceAreThoseStepsOneByOne() {
    for (float[] values : histories()) {
      HistoryTransform transform = transform();
      double[] oneByOne = new double[2 + transform.stateSize()];
      transform.start(oneByOne, 1);
      double[] atOnce = oneByOne.clone();
      int steps = 0;
      for (int from = 0; from < values.length; from += steps++) {
        int to = Math.min(values.length, from + steps);
        for (int t = from; t < to; t++) {
          transform.update(oneByOne, 1, values[t]);
        }
        transform.update(atOnce, 1, values, from, to);
        assertThat(atOnce).isEqualTo(oneByOne);
      }
    }
  }

  /** The feature after each step; the state lies at an offset among numbers of others. */
  private static float[] run(HistoryTransform transform, float[] values, int at) {
    double[] state = new double[at + transform.stateSize() + 3];
    Arrays.fill(state, 55);
    transform.start(state, at);
    Past past = new Past(values, transform.lookback());
    float[] result = new float[values.length];
    for (int t = 0; t < values.length; t++) {
      transform.update(state, at, values[t]);
      past.newest = t;
      result[t] = transform.value(past, state, at);
    }
    for (int i = 0; i < state.length; i++) {
      if (i < at || i >= at + transform.stateSize()) {
        assertThat(state[i]).as("number %d, which belongs to others", i).isEqualTo(55);
      }
    }
    return result;
  }

  private static void assertSameBits(float[] actual, float[] expected) {
    for (int t = 0; t < expected.length; t++) {
      assertThat(Float.floatToIntBits(actual[t]))
          .as("step %d", t)
          .isEqualTo(Float.floatToIntBits(expected[t]));
    }
  }

  private static float[][] histories() {
    SplittableRandom random = new SplittableRandom(11);
    float[][] histories = new float[6][STEPS];
    for (int t = 0; t < STEPS; t++) {
      histories[0][t] = random.nextInt(10);
      histories[1][t] = (float) Math.max(0, random.nextDouble() * 20 - 12);
      histories[2][t] = random.nextInt(4) == 0 ? Float.NaN : (float) random.nextDouble();
      histories[3][t] = 0;
      histories[4][t] = Float.NaN;
      histories[5][t] = (float) ((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30)));
    }
    return histories;
  }

  private static final class Past implements History {
    private final float[] values;
    private final int lookback;
    private int newest;

    Past(float[] values, int lookback) {
      this.values = values;
      this.lookback = lookback;
    }

    @Override
    public float back(int steps) {
      assertThat(steps).as("steps back").isBetween(1, lookback);
      int t = newest + 1 - steps;
      return t < 0 ? Float.NaN : values[t];
    }

    @Override
    public long newestStep() {
      return FIRST_STEP + newest;
    }
  }
}
