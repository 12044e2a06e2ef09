package io.synkro.predict.engine.lightgbm;

import io.synkro.predict.engine.TrainingFailedException;
import io.synkro.predict.tabular.TrainingProgress;
import io.synkro.predict.tabular.TrainingRun;
import java.util.OptionalDouble;

/** The rounds of a training: early stopping and whoever listens. */
final class Boosting {
  private static final int ALL = -1;

  private final NativeBooster booster;
  private final TrainingRun run;
  private final int rounds;

  private double lowest = Double.POSITIVE_INFINITY;
  private int best;

  Boosting(NativeBooster booster, TrainingRun run, int rounds) {
    this.booster = booster;
    this.run = run;
    this.rounds = rounds;
  }

  /** Trains and returns how many rounds to keep, or {@link #ALL} of them. */
  int train() {
    if (run.start().isPresent() && isValidated()) {
      lowest = booster.validationLoss(); // the earlier model may be better than all that follows
    }
    int round = 0;
    for (boolean goesOn = true; goesOn && round < rounds; ) {
      TrainingFailedException.ifInterrupted(LightGbmLearner.NAME, round, rounds);
      goesOn = booster.update();
      if (goesOn) {
        round++;
        goesOn = tell(round, validate(round));
      }
    }
    // without a round LightGBM has a tree of one leaf
    return isValidated() && round > 0 ? best : ALL;
  }

  private boolean isValidated() {
    return run.validation().isPresent();
  }

  private OptionalDouble validate(int round) {
    if (!isValidated()) {
      best = round;
      return OptionalDouble.empty();
    }
    double loss = booster.validationLoss();
    if (loss < lowest) {
      lowest = loss;
      best = round;
    }
    return OptionalDouble.of(loss);
  }

  /** Returns whether to go on. */
  private boolean tell(int round, OptionalDouble loss) {
    boolean last = round == rounds || (isValidated() && round - best >= run.patience());
    boolean wanted = last || round % run.every() == 0;
    TrainingProgress progress = new TrainingProgress(round, rounds, loss, best);
    boolean goesOn = !wanted || run.listener().map(each -> each.goesOn(progress)).orElse(true);
    return goesOn && !last;
  }
}
