package io.synkro.predict.tabular;

import io.synkro.predict.internal.Require;

/** What a learner minimises. Predictions are on the scale of the labels: links are applied. */
public sealed interface Objective {
  /** Squared error; predicts the mean. */
  record SquaredError() implements Objective {}

  /** Absolute error; predicts the median. */
  record AbsoluteError() implements Objective {}

  /**
   * Squared error for small errors and absolute error for large ones, so that outliers pull less;
   * predicts something between the mean and the median. Source: Huber (1964), <a
   * href="https://doi.org/10.1214/aoms/1177703732">doi:10.1214/aoms/1177703732</a>.
   *
   * @param delta error from which the loss is linear, positive, in the unit of the labels
   */
  record Huber(double delta) implements Objective {
    /** {@inheritDoc} */
    public Huber {
      Require.positive("delta", delta, "start with the mean absolute error of a simple forecast");
    }
  }

  /** Poisson deviance with a log link; labels must be zero or more; predicts the mean. */
  record Poisson() implements Objective {}

  /**
   * Tweedie deviance with a log link; labels must be zero or more; predicts the mean.
   *
   * @param variancePower above 1 (Poisson) and below 2 (gamma)
   */
  record Tweedie(double variancePower) implements Objective {
    /** {@inheritDoc} */
    public Tweedie {
      Require.between("variancePower", variancePower, 1, 2, "start with 1.1 for daily retail");
    }
  }

  /**
   * Pinball loss; predicts a quantile.
   *
   * @param level above 0 and below 1
   */
  record Quantile(double level) implements Objective {
    /** {@inheritDoc} */
    public Quantile {
      Require.between("level", level, 0, 1, "write the 95 % quantile as 0.95");
    }
  }

  /** Log loss of labels 0 and 1; predicts the probability of 1. */
  record Binary() implements Objective {}

  /**
   * Log loss of labels 0, 1, … {@code classes - 1}; predicts the probability of each class.
   *
   * @param classes number of classes, at least 2
   */
  record MultiClass(int classes) implements Objective {
    /** {@inheritDoc} */
    public MultiClass {
      Require.atLeast("classes", classes, 2, "use Binary for labels 0 and 1");
    }
  }
}
