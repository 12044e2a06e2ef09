package io.synkro.predict.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import org.junit.jupiter.api.Test;

class SyntheticTableTest {
  @Test
  void labelsSuitTheirObjective() {
    TrainingData counts = SyntheticTable.data(500, 1, new Objective.Poisson());
    TrainingData classes = SyntheticTable.data(500, 1, new Objective.MultiClass(3));
    TrainingData binary = SyntheticTable.data(500, 1, new Objective.Binary());
    boolean[] met = new boolean[3];
    for (int r = 0; r < 500; r++) {
      assertThat(counts.label(r)).isGreaterThanOrEqualTo(0).isEqualTo(Math.round(counts.label(r)));
      assertThat(binary.label(r)).isIn(0f, 1f);
      met[(int) classes.label(r)] = true;
    }
    assertThat(met).containsOnly(true);
  }

  @Test
  void equalSeedsGiveEqualRows() {
    float[] first = new float[SyntheticTable.SCHEMA.size()];
    float[] again = new float[SyntheticTable.SCHEMA.size()];
    float[] other = new float[SyntheticTable.SCHEMA.size()];
    SyntheticTable.features(50, 9).copyRow(49, first);
    SyntheticTable.features(50, 9).copyRow(49, again);
    SyntheticTable.features(50, 10).copyRow(49, other);
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }
}
