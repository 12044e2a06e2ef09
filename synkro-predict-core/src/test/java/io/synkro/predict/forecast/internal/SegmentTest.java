package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The limit is an interval of 1.32 steps between demands; see DemandClass. */
class SegmentTest {
  @Test
  void demandInMostStepsIsRegular() {
    assertThat(Segment.of(new double[] {1, 0, 1, 1, 1})).isEqualTo(Segment.REGULAR); // 1.25
    assertThat(Segment.of(new double[] {1, 0, 1, 1})).isEqualTo(Segment.INTERMITTENT); // 1.33
  }

  @Test
  void whatIsMissingSaysNothing() {
    double nan = Double.NaN;
    assertThat(Segment.of(new double[] {nan, 1, nan, nan, 1})).isEqualTo(Segment.REGULAR);
  }

  @Test
  void demandThatNeverCameIsIntermittent() {
    assertThat(Segment.of(new double[] {0, 0})).isEqualTo(Segment.INTERMITTENT);
    assertThat(Segment.of(new double[] {Double.NaN})).isEqualTo(Segment.INTERMITTENT);
    assertThat(Segment.of(new double[0])).isEqualTo(Segment.INTERMITTENT);
  }
}
