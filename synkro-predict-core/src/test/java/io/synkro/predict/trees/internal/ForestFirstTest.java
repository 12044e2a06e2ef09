package io.synkro.predict.trees.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import org.junit.jupiter.api.Test;

class ForestFirstTest {
  private static final byte CATEGORY = Forest.CATEGORY;

  /** Two nodes and three leaves, one node and two leaves, one leaf; leaves are pairs. */
  private static Forest forest(boolean covered) {
    Forest.Nodes nodes =
        new Forest.Nodes(
            new int[] {0, 1, 1},
            new float[] {0, 0.5f, 1},
            new byte[] {CATEGORY, 0, CATEGORY},
            new int[] {1, ~0, ~3},
            new int[] {~1, ~2, ~4},
            new int[] {0, 2, 5},
            new int[] {1, 7, 2, 3, 4});
    return new Forest(
        Dialect.LIGHTGBM,
        2,
        new double[] {1, 2},
        new int[] {0, 0, 0},
        new int[] {0, 2, 3, 3},
        new int[] {0, 3, 5, 6},
        nodes,
        2,
        new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11},
        new int[] {5, 6, 7, 8, 9, 10},
        covered
            ? new Forest.Cover(new double[] {9, 5, 9}, new double[] {2, 4, 3, 4, 5, 9})
            : new Forest.Cover(new double[0], new double[0]));
  }

  @Test
  void cutsEveryColumnAfterTheFirstTrees() {
    Forest one = forest(true).first(1);
    assertThat(one)
        .usingRecursiveComparison()
        .isEqualTo(
            new Forest(
                Dialect.LIGHTGBM,
                2,
                new double[] {1, 2},
                new int[] {0},
                new int[] {0, 2},
                new int[] {0, 3},
                new Forest.Nodes(
                    new int[] {0, 1},
                    new float[] {0, 0.5f},
                    new byte[] {CATEGORY, 0},
                    new int[] {1, ~0},
                    new int[] {~1, ~2},
                    new int[] {0, 2},
                    new int[] {1, 7}),
                2,
                new double[] {0, 1, 2, 3, 4, 5},
                new int[] {5, 6, 7},
                new Forest.Cover(new double[] {9, 5}, new double[] {2, 4, 3})));
  }

  @Test
  void keepsAllTreesOrNone() {
    Forest forest = forest(false);
    assertThat(forest.first(3)).usingRecursiveComparison().isEqualTo(forest);
    Forest none = forest.first(0);
    assertThat(none.trees()).isZero();
    assertThat(none.nodes().setStart()).containsExactly(0);
    assertThat(none.base()).containsExactly(1, 2);
    assertThatThrownBy(() -> forest.first(4)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> forest.first(-1)).isInstanceOf(InvalidInputException.class);
  }
}
