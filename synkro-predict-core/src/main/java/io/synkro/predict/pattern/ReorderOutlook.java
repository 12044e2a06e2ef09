package io.synkro.predict.pattern;

import io.synkro.predict.internal.Require;
import io.synkro.predict.orders.CustomerId;
import java.util.List;

/**
 * Whether customers will order again within the next 28 days: what an LSTM makes of their last
 * twelve weeks, if it is better than a plain rule.
 */
public sealed interface ReorderOutlook {
  /** No sequence learner was handed to the analyzer. */
  record NotAsked() implements ReorderOutlook {}

  /**
   * Too few customers or too short a history to train and judge.
   *
   * @param reason what is missing
   */
  record TooLittleData(String reason) implements ReorderOutlook {}

  /**
   * The LSTM was trained on earlier days and judged on a later one against the rule.
   *
   * @param used whether the LSTM makes the predictions: its mean log-loss must be lower by more
   *     than 1.645 standard errors of the difference between customers (one-sided, 5 %); else the
   *     rule makes them
   * @param lstm how good the LSTM was
   * @param rule how good the rule was: the order rate of earlier customers with as many orders and
   *     as long a time since the last
   * @param trainedOn sequences of the training
   * @param judgedOn customers of the judgement
   * @param chances prediction for every customer who ordered in the last twelve weeks, the most
   *     likely first
   */
  record Judged(
      boolean used, Score lstm, Score rule, int trainedOn, int judgedOn, List<Chance> chances)
      implements ReorderOutlook {
    /** {@inheritDoc} */
    public Judged {
      chances = List.copyOf(chances);
    }
  }

  /**
   * How good probabilities were.
   *
   * @param logLoss mean negative log-likelihood, natural logarithm; lower is better; probabilities
   *     are held within 1e-6 of 0 and 1
   * @param auc probability that a customer who ordered was ranked above one who did not, 0.5 is
   *     chance
   */
  record Score(double logLoss, double auc) {
    /** {@inheritDoc} */
    public Score {
      Require.nonNegative("logLoss", logLoss, "");
      Require.that(auc >= 0 && auc <= 1, "auc", auc, "must be from 0 to 1", "");
    }
  }

  /**
   * A customer's probability to order again.
   *
   * @param customer the customer
   * @param probability of at least one order within the 28 days after the last day of the orders
   */
  record Chance(CustomerId customer, double probability) {
    /** {@inheritDoc} */
    public Chance {
      Require.that(
          probability >= 0 && probability <= 1,
          "probability",
          probability,
          "must be from 0 to 1",
          "");
    }
  }
}
