package io.synkro.predict.engine.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import io.synkro.predict.tabular.TrainingRun;
import io.synkro.predict.testkit.SyntheticTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ParallelTrainingTest {
  private static final List<Objective> OBJECTIVES =
      List.of(
          new Objective.SquaredError(),
          new Objective.Tweedie(1.3),
          new Objective.Quantile(0.9),
          new Objective.MultiClass(4));

  private final LightGbmLearner learner = new LightGbmLearner();

  private double[] predictions(int task, int threads) {
    Objective objective = OBJECTIVES.get(task % OBJECTIVES.size());
    TrainingData data = SyntheticTable.data(800 + 50 * task, task, objective);
    LearnerOptions options =
        LearnerOptions.builder(objective).rounds(10).seed(task).threads(threads).build();
    return learner.fit(data, options).predict(SyntheticTable.features(100, 99));
  }

  /** Also with trainings of two threads in between, for which the others wait. */
  @Test
  void modelsAreThoseThatAreTrainedAlone() throws Exception {
    int tasks = 48;
    List<double[]> alone = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      alone.add(predictions(task, 1));
    }
    ExecutorService executor = Executors.newFixedThreadPool(6);
    try {
      List<Callable<double[]>> calls = new ArrayList<>();
      for (int task = 0; task < tasks; task++) {
        int each = task;
        calls.add(() -> predictions(each, each % 12 == 5 ? 2 : 1));
      }
      List<Future<double[]>> together = executor.invokeAll(calls);
      for (int task = 0; task < tasks; task++) {
        assertThat(together.get(task).get()).as("task %d", task).isEqualTo(alone.get(task));
      }
    } finally {
      executor.shutdown();
    }
  }

  /** Each waits for the other inside of its training, which one lock for all would not survive. */
  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void trainingsOfOneThreadRunAtTheSameTime() throws Exception {
    CyclicBarrier bothAreTraining = new CyclicBarrier(2);
    TrainingRun run =
        TrainingRun.plain()
            .heardBy(
                progress -> {
                  try {
                    bothAreTraining.await(50, TimeUnit.SECONDS);
                    return false;
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                },
                1);
    Objective objective = new Objective.SquaredError();
    Callable<Integer> training =
        () ->
            learner
                .fit(SyntheticTable.data(100, 1, objective), LearnerOptions.of(objective), run)
                .rounds();
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      for (Future<Integer> each : executor.invokeAll(List.of(training, training))) {
        assertThat(each.get()).isEqualTo(1);
      }
    } finally {
      executor.shutdown();
    }
  }
}
