package io.synkro.predict.trees;

import io.synkro.predict.internal.Require;

/**
 * Turns the sums of leaf values (margins) into predictions on the scale of the labels.
 *
 * @param kind the function
 * @param slope factor of the margin inside {@link Kind#SIGMOID}, positive; 1 for the other kinds
 */
public record Link(Kind kind, double slope) {
  /** The functions. */
  public enum Kind {
    /** The margin is the prediction. */
    IDENTITY,
    /** The exponential of the margin. */
    EXP,
    /** 1 / (1 + exp(-slope · margin)), for each output. */
    SIGMOID,
    /** exp(margin) over the sum of it for all outputs. */
    SOFTMAX
  }

  /** {@inheritDoc} */
  public Link {
    Require.positive("slope", slope, "");
  }

  /**
   * Creates a link of slope 1.
   *
   * @param kind the function
   * @return the link
   */
  public static Link of(Kind kind) {
    return new Link(kind, 1);
  }

  /**
   * Applies the link in place.
   *
   * @param margins shape {@code [rows * outputs]}, row after row
   * @param outputs numbers a row
   */
  void apply(double[] margins, int outputs) {
    switch (kind) {
      case IDENTITY -> {}
      case EXP -> {
        for (int i = 0; i < margins.length; i++) {
          margins[i] = Math.exp(margins[i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < margins.length; i++) {
          margins[i] = 1 / (1 + Math.exp(-slope * margins[i]));
        }
      }
      case SOFTMAX -> {
        for (int from = 0; from < margins.length; from += outputs) {
          softmax(margins, from, from + outputs);
        }
      }
    }
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
