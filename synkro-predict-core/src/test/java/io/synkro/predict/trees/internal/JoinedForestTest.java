package io.synkro.predict.trees.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JoinedForestTest {
  /** By the definition of a walk, with categories, one forest without nodes among them. */
  @Test
  void everyTreeLeadsWhereItLedBefore() {
    for (int seed = 0; seed < 20; seed++) {
      RandomForests random = new RandomForests(seed);
      Forest first = random.forest(new RandomForests.Shape(Dialect.LIGHTGBM, seed % 3, 9, 2, 1));
      Forest second = random.forest(new RandomForests.Shape(Dialect.LIGHTGBM, 4, 12, 2, 1));
      Forest joined = JoinedForest.of(first, second);
      assertThat(joined.trees()).isEqualTo(first.trees() + 4);
      SplittableRandom values = new SplittableRandom(seed);
      for (int i = 0; i < 50; i++) {
        float[] row = row(values);
        for (int t = 0; t < joined.trees(); t++) {
          boolean isFirst = t < first.trees();
          Forest source = isFirst ? first : second;
          int tree = isFirst ? t : t - first.trees();
          int shift = isFirst ? 0 : first.leafId().length;
          int leaf = source.leaf(tree, row);
          assertThat(joined.leaf(t, row)).isEqualTo(leaf + shift);
          assertThat(joined.leafValue()[leaf + shift]).isEqualTo(source.leafValue()[leaf]);
          assertThat(joined.treeOutput()[t]).isEqualTo(source.treeOutput()[tree]);
        }
      }
    }
  }

  private static float[] row(SplittableRandom random) {
    float[] row = new float[RandomForests.NUMBERS + RandomForests.CATEGORIES];
    for (int f = 0; f < row.length; f++) {
      row[f] = f < RandomForests.NUMBERS ? (float) random.nextDouble(-5, 5) : random.nextInt(0, 60);
    }
    row[random.nextInt(row.length)] = Float.NaN;
    return row;
  }
}
