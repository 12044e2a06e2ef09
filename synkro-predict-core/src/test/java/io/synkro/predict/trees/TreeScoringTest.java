package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.synkro.predict.InvalidInputException;
import io.synkro.predict.tabular.FeatureTable;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Expected scores are read off the model texts by hand. */
class TreeScoringTest {
  private static final int ROWS = 5000;

  private static final String COUNTED =
      LightGbmTextTest.MODEL.replace("leaf_value=1\n", "leaf_value=1\nleaf_count=0\n");

  private final TreeModel model = TreeModels.of("lightgbm", Tables.SCHEMA, LightGbmTextTest.MODEL);

  private static FeatureTable many() {
    float[][] columns = new float[2][ROWS];
    for (int r = 0; r < ROWS; r++) {
      columns[0][r] = r % 7 == 0 ? Float.NaN : r % 4;
      columns[1][r] = r % 5;
    }
    return new FeatureTable(Tables.SCHEMA, columns);
  }

  @Test
  void aScorerGivesWhatATableGives() {
    FeatureTable rows = many();
    double[] margins = model.margins(rows);
    double[] predictions = model.predict(rows);
    TreeScorer scorer = model.scorer();
    float[] row = new float[2];
    double[] target = new double[1];
    for (int r = 0; r < ROWS; r++) {
      rows.copyRow(r, row);
      scorer.margins(row, target);
      assertThat(target[0]).isEqualTo(margins[r]);
      scorer.predict(row, target);
      assertThat(target[0]).isEqualTo(predictions[r]);
    }
    assertThat(model.margins(Tables.row(1, 0))[0]).isEqualTo(0.1 + 1);
  }

  @Test
  void aScorerAllocatesNothing() {
    TreeModel binary =
        TreeModels.of("lightgbm", Tables.SCHEMA, COUNTED.replace("poisson", "binary sigmoid:0.5"));
    TreeScorer scorer = binary.scorer();
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    float[] row = {1, 0};
    double[] target = new double[1];
    double[] reasons = new double[3];
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 20; attempt++) { // the first ones load classes
      long before = memory.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1000; i++) {
        scorer.predict(row, target);
        scorer.contributions(row, reasons);
      }
      least = Math.min(least, memory.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).as("bytes of 1000 rows").isLessThan(1000);
  }

  @Test
  void refusesRowsAndTargetsOfAnotherSize() {
    TreeScorer scorer = model.scorer();
    assertThatThrownBy(() -> scorer.margins(new float[3], new double[1]))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("columns (3) must be the number of features, 2");
    assertThatThrownBy(() -> scorer.predict(new float[2], new double[2]))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("target.length (2) must be 1");
    assertThatThrownBy(() -> model.margins(many(), Runnable::run, 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("threads (0)");
  }

  @Test
  void theFirstRoundsAreThoseTrees() {
    assertThat(model.rounds()).isEqualTo(2);
    assertThat(model.bestRounds()).isEmpty();
    assertThat(model.first(2).margins(Tables.row(1, 0))[0]).isEqualTo(0.1 + 1);
    assertThat(model.first(1).margins(Tables.row(1, 0))[0]).isEqualTo(0.1);
    assertThat(model.first(0).margins(Tables.row(1, 0))[0]).isZero();
    assertThat(model.first(1).rounds()).isEqualTo(1);
    assertThat(model.first(1).ensemble().leaves()).isEqualTo(3);
    assertThat(model.first(1).ensemble().leafIndices(Tables.row(2, 0))).containsExactly(1);
    for (int rounds : new int[] {-1, 3}) {
      assertThatThrownBy(() -> model.first(rounds))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(
              "rounds (%d) must be from 0 to the number of rounds, 2".formatted(rounds));
    }
  }

  @Test
  void aRandomForestAveragesTheRoundsThatCount() {
    String text = LightGbmTextTest.MODEL.replace("label_index=0", "label_index=0\naverage_output");
    TreeModel forest =
        TreeModels.of("lightgbm", Tables.SCHEMA, text.replace("poisson", "regression"));
    assertThat(forest.margins(Tables.row(1, 0))[0]).isEqualTo(0.1 + 1);
    assertThat(forest.predict(Tables.row(1, 0))[0]).isEqualTo((0.1 + 1) / 2);
    assertThat(forest.first(1).predict(Tables.row(1, 0))[0]).isEqualTo(0.1);
    assertThat(forest.first(0).predict(Tables.row(1, 0))[0]).isZero();
  }

  @Test
  void otherThreadsChangeNothing() {
    FeatureTable rows = many();
    double[] expected = model.predict(rows);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int threads = 1; threads < 9; threads++) {
        assertThat(model.predict(rows, two, threads)).isEqualTo(expected);
      }
    } finally {
      two.shutdownNow();
    }
    assertThat(model.predict(rows, Runnable::run, 4)).isEqualTo(expected);
    assertThat(model.predict(rows, task -> {}, 4)).as("never runs a task").isEqualTo(expected);
    assertThat(model.predict(rows, TreeScoringTest::refuse, 4)).isEqualTo(expected);
  }

  /** No thread may go on writing when the caller has its exception. */
  @Test
  void anExecutorThatFailsFailsTheCall() {
    IllegalStateException broken = new IllegalStateException("no thread");
    assertThatThrownBy(
            () ->
                model.predict(
                    many(),
                    task -> {
                      throw broken;
                    },
                    4))
        .isSameAs(broken);
  }

  private static void refuse(Runnable task) {
    throw new RejectedExecutionException("shut down");
  }

  @Test
  void asksForNoMoreThreadsThanToldOrOfUse() {
    AtomicInteger tasks = new AtomicInteger();
    model.predict(many(), task -> tasks.incrementAndGet(), 3);
    assertThat(tasks).hasValue(2); // the calling thread is the third
    tasks.set(0);
    model.predict(Tables.row(1, 0), task -> tasks.incrementAndGet(), 3);
    assertThat(tasks).as("one row").hasValue(0);
  }

  /** Leaves 0.1, 0.2 and 0.4 were reached by 20, 30 and 50 rows: price parts 70 from 30. */
  @Test
  void explainsWhatMovesTheMargin() {
    TreeModel counted = TreeModels.of("lightgbm", Tables.SCHEMA, COUNTED);
    double mean = 0.2 * 0.1 + 0.3 * 0.2 + 0.5 * 0.4;
    double byPrice = (20 * 0.1 + 50 * 0.4) / 70;
    double byStore = 0.7 * 0.1 + 0.3 * 0.2;
    // each feature is the first one known in one of the two orders
    double price = ((byPrice - mean) + (0.1 - byStore)) / 2;
    double store = ((byStore - mean) + (0.1 - byPrice)) / 2;
    double[] actual = counted.contributions(Tables.row(1, 0));
    assertThat(actual).containsExactly(new double[] {price, store, mean + 1}, within(1e-14));
    double[] alone = new double[3];
    counted.scorer().contributions(new float[] {1, 0}, alone);
    assertThat(alone).isEqualTo(actual);
    assertThat(counted.first(1).contributions(Tables.row(1, 0))[2]).isCloseTo(mean, within(1e-14));
  }

  @Test
  void doesNotExplainWhatDoesNotSayHowManyRowsPassed() {
    String uncounted = COUNTED.replaceAll("(leaf|internal)_count=.*\n", "");
    TreeModel unknown = TreeModels.of("lightgbm", Tables.SCHEMA, uncounted);
    assertThatThrownBy(() -> unknown.contributions(Tables.row(1, 0)))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining("leaf_count");
  }
}
