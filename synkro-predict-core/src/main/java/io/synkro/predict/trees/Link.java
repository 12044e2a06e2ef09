package io.synkro.predict.trees;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Turns the sums of leaf values (margins) into predictions on the scale of the labels. Sources of
 * the formulas: {@code ConvertOutput} in {@code src/objective/*.hpp} of LightGBM 4.3.0 and {@code
 * PredTransform} in {@code src/objective/*.cu} of XGBoost 3.4.0, whose floats are doubles here.
 *
 * @param kind the function
 * @param slope factor of the margin inside {@link Kind#SIGMOID}, positive; 1 for the other kinds
 * @param rounds by how much a margin is divided first, at least 1: the rounds of a random forest of
 *     LightGBM ({@code average_output}, {@code gbdt_prediction.cpp}); 1 if margins are sums
 */
public record Link(Kind kind, double slope, int rounds) {
  /** The functions. */
  public enum Kind {
    /** The margin is the prediction. */
    IDENTITY,
    /** The exponential of the margin: the objectives with a logarithm as link. */
    EXP,
    /** 1 / (1 + exp(-slope · margin)), for each output. */
    SIGMOID,
    /** exp(margin) over the sum of it for all outputs. */
    SOFTMAX,
    /** sign(margin) · margin²: LightGBM's regression on square roots ({@code reg_sqrt}). */
    SIGNED_SQUARE,
    /** ln(1 + exp(margin)): LightGBM's {@code cross_entropy_lambda}. */
    SOFTPLUS,
    /** 1 if the margin is above zero, else 0: XGBoost's {@code binary:hinge}. */
    STEP,
    /** The margins of a row, ascending: quantiles do not cross in XGBoost since version 3.4. */
    SORTED,
    /**
     * The first margin is the first output; every other output is the one before it plus 1e-6 +
     * ln(1 + exp(margin)): XGBoost's {@code reg:expectileerror}.
     */
    RISING
  }

  /** {@code kRtEps} of XGBoost's base.h: the least step of {@link Kind#RISING}. */
  static final float LEAST_STEP = 1e-6f;

  /** {@inheritDoc} */
  public Link {
    Require.positive("slope", slope, "");
    Require.atLeast("rounds", rounds, 1, "");
  }

  /**
   * Creates a link on sums.
   *
   * @param kind the function
   * @param slope factor of the margin, positive
   */
  public Link(Kind kind, double slope) {
    this(kind, slope, 1);
  }

  /**
   * Creates a link of slope 1 on sums.
   *
   * @param kind the function
   * @return the link
   */
  public static Link of(Kind kind) {
    return new Link(kind, 1, 1);
  }

  /**
   * Returns this function of the mean of so many rounds.
   *
   * @param rounds by how much a margin is divided first, at least 1
   * @return the link
   */
  public Link withRounds(int rounds) {
    return new Link(kind, slope, rounds);
  }

  /**
   * Applies the link in place.
   *
   * @param margins shape {@code [rows * outputs]}, row after row
   * @param outputs numbers a row
   */
  void apply(double[] margins, int outputs) {
    if (rounds > 1) {
      for (int i = 0; i < margins.length; i++) {
        margins[i] /= rounds;
      }
    }
    switch (kind) {
      case IDENTITY -> {}
      case EXP -> each(margins, Math::exp);
      case SIGMOID -> {
        for (int i = 0; i < margins.length; i++) { // a lambda with the slope would be allocated
          margins[i] = 1 / (1 + Math.exp(-slope * margins[i]));
        }
      }
      case SIGNED_SQUARE -> each(margins, margin -> Math.signum(margin) * margin * margin);
      case SOFTPLUS -> each(margins, margin -> Math.log1p(Math.exp(margin)));
      case STEP -> each(margins, margin -> margin > 0 ? 1 : 0);
      case SOFTMAX, SORTED, RISING -> {
        for (int from = 0; from < margins.length; from += outputs) {
          applyToRow(margins, from, from + outputs);
        }
      }
    }
  }

  private static void each(double[] values, DoubleUnaryOperator function) {
    for (int i = 0; i < values.length; i++) {
      values[i] = function.applyAsDouble(values[i]);
    }
  }

  private void applyToRow(double[] values, int from, int to) {
    switch (kind) {
      case SOFTMAX -> softmax(values, from, to);
      case SORTED -> Arrays.sort(values, from, to);
      default -> {
        for (int i = from + 1; i < to; i++) {
          values[i] = values[i - 1] + LEAST_STEP + softplus(values[i]);
        }
      }
    }
  }

  /** Without an overflow for large margins, as XGBoost computes it. */
  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private static void softmax(double[] values, int from, int to) {
    double max = values[from];
    for (int i = from + 1; i < to; i++) {
      max = Math.max(max, values[i]);
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      values[i] = Math.exp(values[i] - max);
      sum += values[i];
    }
    for (int i = from; i < to; i++) {
      values[i] /= sum;
    }
  }
}
