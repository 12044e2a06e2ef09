package io.synkro.predict.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.engine.TrainingFailedException;
import io.synkro.predict.pattern.LstmClassifier;
import io.synkro.predict.pattern.LstmOptions;
import io.synkro.predict.pattern.SequenceData;
import io.synkro.predict.pattern.SequenceLearner;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link SequenceLearner} must keep. Inherit it in the tests of an engine and hand over
 * the engine; all tests together train small LSTMs for a few seconds.
 */
public abstract class SequenceLearnerContractTest {
  private static final int STEPS = 10;
  private static final LstmOptions OPTIONS = new LstmOptions(8, 12, 32, 0.02, 1, 3);

  /** For subclasses. */
  protected SequenceLearnerContractTest() {}

  /**
   * Creates the engine under test.
   *
   * @return a learner, unused so far
   */
  protected abstract SequenceLearner learner();

  @Test
  void learnsToTellRisingFromFallingSequences() {
    LstmClassifier classifier = learner().fit(risingOrFalling(400, 1), OPTIONS);
    SequenceData heldOut = risingOrFalling(300, 2);
    int right = 0;
    for (int i = 0; i < heldOut.size(); i++) {
      double[] probabilities = classifier.probabilities(heldOut.sequence(i));
      right += probabilities[heldOut.label(i)] > 0.5 ? 1 : 0;
    }
    assertThat(right / 300.0).isGreaterThan(0.9);
  }

  @Test
  void theClassifierHasTheShapeOfDataAndOptions() {
    LstmClassifier classifier = learner().fit(risingOrFalling(40, 1), quick(5));
    assertThat(classifier.steps()).isEqualTo(STEPS);
    assertThat(classifier.features()).isEqualTo(2);
    assertThat(classifier.classes()).isEqualTo(2);
    assertThat(classifier.units()).isEqualTo(OPTIONS.units());
  }

  @Test
  void equalSeedsGiveEqualWeightsAndOtherSeedsDoNot() {
    SequenceData data = risingOrFalling(100, 1);
    LstmClassifier first = learner().fit(data, quick(5));
    assertThat(learner().fit(data, quick(5))).isEqualTo(first);
    assertThat(learner().fit(data, quick(6))).isNotEqualTo(first);
  }

  @Test
  void trainingLeavesTheDataAsItWas() {
    SequenceData data = risingOrFalling(40, 1);
    float[] before = data.sequence(7);
    learner().fit(data, quick(5));
    assertThat(data.sequence(7)).isEqualTo(before);
  }

  @Test
  void aSavedClassifierPredictsTheSameToTheLastBit(@TempDir Path folder) {
    SequenceData data = risingOrFalling(60, 1);
    LstmClassifier before = learner().fit(data, quick(5));
    Path file = folder.resolve("classifier.lstm");
    before.save(file);
    LstmClassifier after = LstmClassifier.load(file);
    for (int i = 0; i < data.size(); i++) {
      assertThat(after.probabilities(data.sequence(i)))
          .isEqualTo(before.probabilities(data.sequence(i)));
    }
  }

  @Test
  void twoTrainingsAtOnceEqualTheSameTrainingsOneAfterAnother() throws Exception {
    SequenceData data = risingOrFalling(100, 1);
    SequenceLearner learner = learner();
    LstmClassifier first = learner.fit(data, quick(5));
    LstmClassifier second = learner.fit(data, quick(6));
    CountDownLatch start = new CountDownLatch(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<LstmClassifier> one = threads.submit(() -> fitTogether(start, learner, data, 5));
      Future<LstmClassifier> two = threads.submit(() -> fitTogether(start, learner, data, 6));
      assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(first);
      assertThat(two.get(60, TimeUnit.SECONDS)).isEqualTo(second);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theLastAndSmallerBatchCountsToo() {
    SequenceData data = risingOrFalling(33, 1); // one full batch of 32 and one sequence
    LstmOptions one = new LstmOptions(4, 1, 32, 0.02, 1, 3);
    LstmClassifier withRest = learner().fit(data, one);
    LstmClassifier inOne = learner().fit(data, new LstmOptions(4, 1, 33, 0.02, 1, 3));
    assertThat(withRest).isNotEqualTo(inOne);
  }

  @Test
  void anInterruptedTrainingEndsAndLeavesTheEngineUsable() throws Exception {
    SequenceLearner learner = learner();
    SequenceData data = risingOrFalling(100, 1);
    LstmClassifier undisturbed = learner.fit(data, quick(5));
    FutureTask<LstmClassifier> training =
        new FutureTask<>(
            () -> {
              Thread.currentThread().interrupt();
              return learner.fit(data, quick(5));
            });
    Thread thread = new Thread(training);
    thread.start();
    thread.join();
    assertThatThrownBy(training::get).hasCauseInstanceOf(TrainingFailedException.class);
    assertThat(learner.fit(data, quick(5))).isEqualTo(undisturbed);
  }

  @Test
  void theNameIsStable() {
    assertThat(learner().name()).matches("[a-z0-9-]+").isEqualTo(learner().name());
  }

  @Test
  void impossibleOptionsNeverReachTheEngine() {
    assertThatThrownBy(() -> new LstmOptions(0, 1, 1, 0.1, 1, 0)).hasMessageContaining("units");
  }

  private static LstmClassifier fitTogether(
      CountDownLatch start, SequenceLearner learner, SequenceData data, int seed)
      throws InterruptedException {
    start.countDown();
    start.await();
    return learner.fit(data, quick(seed));
  }

  private static LstmOptions quick(int seed) {
    return new LstmOptions(8, 2, 32, 0.02, 1, seed);
  }

  /** Class 1 rises by 0.15 a step, class 0 falls; the second feature is noise alone. */
  private static SequenceData risingOrFalling(int sequences, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[sequences * STEPS * 2];
    int[] labels = new int[sequences];
    int next = 0;
    for (int i = 0; i < sequences; i++) {
      labels[i] = random.nextInt(2);
      double slope = labels[i] == 1 ? 0.15 : -0.15;
      double level = random.nextDouble(-1, 1);
      for (int t = 0; t < STEPS; t++) {
        values[next++] = (float) (level + slope * t + random.nextDouble(-0.2, 0.2));
        values[next++] = (float) random.nextDouble(-1, 1);
      }
    }
    return new SequenceData(STEPS, 2, 2, values, labels);
  }
}
