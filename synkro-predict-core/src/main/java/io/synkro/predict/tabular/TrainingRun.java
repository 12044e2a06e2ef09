package io.synkro.predict.tabular;

import io.synkro.predict.internal.Require;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one training and not to its options: validation data, an earlier model to go on
 * from, and somebody who listens. Immutable; safe for use by many threads if the listener is.
 */
public final class TrainingRun {
  private static final TrainingRun PLAIN = new TrainingRun(null, 0, null, null, 1);

  private final @Nullable TrainingData validation;
  private final int patience;
  private final @Nullable FittedLearner start;
  private final @Nullable TrainingListener listener;
  private final int every;

  private TrainingRun(
      @Nullable TrainingData validation,
      int patience,
      @Nullable FittedLearner start,
      @Nullable TrainingListener listener,
      int every) {
    this.validation = validation;
    this.patience = patience;
    this.start = start;
    this.listener = listener;
    this.every = every;
  }

  /**
   * Returns a run of all rounds that nobody listens to.
   *
   * @return a run to add to
   */
  public static TrainingRun plain() {
    return PLAIN;
  }

  /**
   * Returns the same run with early stopping: after every round the loss of these data is computed,
   * and the model that is returned ends with the round where it was lowest, the first of equals.
   *
   * @param data examples that are not trained on, such as those of the latest weeks; same schema,
   *     and offsets if the training data have them
   * @param rounds how many rounds without a lower loss end the training, at least 1
   * @return the run
   */
  public TrainingRun validatedBy(TrainingData data, int rounds) {
    Require.atLeast("rounds of patience", rounds, 1, "start with 50");
    return new TrainingRun(data, rounds, start, listener, every);
  }

  /**
   * Returns the same run from an earlier model on: the new trees correct its errors on the new
   * data, and the model that is returned has the trees of both.
   *
   * @param model of the same engine, schema and scale of predictions
   * @return the run
   */
  public TrainingRun startingFrom(FittedLearner model) {
    return new TrainingRun(validation, patience, model, listener, every);
  }

  /**
   * Returns the same run with a listener.
   *
   * @param newListener hears of every so many rounds, and of the last one
   * @param rounds after how many rounds it hears again, at least 1
   * @return the run
   */
  public TrainingRun heardBy(TrainingListener newListener, int rounds) {
    Require.atLeast("rounds between calls", rounds, 1, "");
    return new TrainingRun(validation, patience, start, newListener, rounds);
  }

  /**
   * Returns the validation data.
   *
   * @return the data, empty if there are none
   */
  public Optional<TrainingData> validation() {
    return Optional.ofNullable(validation);
  }

  /**
   * Returns how long to wait for a lower loss.
   *
   * @return rounds, at least 1; 0 without validation data
   */
  public int patience() {
    return patience;
  }

  /**
   * Returns the model to go on from.
   *
   * @return the model, empty to begin from nothing
   */
  public Optional<FittedLearner> start() {
    return Optional.ofNullable(start);
  }

  /**
   * Returns who listens.
   *
   * @return the listener, empty if nobody does
   */
  public Optional<TrainingListener> listener() {
    return Optional.ofNullable(listener);
  }

  /**
   * Returns after how many rounds the listener hears again.
   *
   * @return at least 1
   */
  public int every() {
    return every;
  }
}
