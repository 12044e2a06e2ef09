package io.synkro.predict.stockout;

import io.synkro.predict.internal.Require;

/**
 * Probabilities from which a risk counts as severe. The probability compared with them is {@link
 * StockoutOdds#beforeReplenishment()}.
 *
 * @param watch least probability of {@link Severity#WATCH}, above 0
 * @param warning least probability of {@link Severity#WARNING}, above {@code watch}
 * @param critical least probability of {@link Severity#CRITICAL}, above {@code warning}, below 1
 */
public record SeverityThresholds(double watch, double warning, double critical) {
  /** 0.1, 0.3 and 0.6. */
  public static final SeverityThresholds DEFAULT = new SeverityThresholds(0.1, 0.3, 0.6);

  /** {@inheritDoc} */
  public SeverityThresholds {
    Require.between("watch", watch, 0, 1, "write 10 % as 0.1");
    Require.between("warning", warning, watch, 1, "let it lie between watch and critical");
    Require.between("critical", critical, warning, 1, "let it lie between warning and 1");
  }

  Severity of(double probability) {
    if (probability >= critical) {
      return Severity.CRITICAL;
    }
    if (probability >= warning) {
      return Severity.WARNING;
    }
    return probability >= watch ? Severity.WATCH : Severity.NONE;
  }
}
