package io.synkro.predict.pattern;

import io.synkro.predict.internal.Require;

/**
 * Sizes of an LSTM classifier.
 *
 * @param steps length of each sequence, from 1 to 100,000
 * @param features numbers at each step, from 1 to 100,000
 * @param units size of the hidden state, from 1 to 1024
 * @param classes number of classes, from 2 to 100,000
 */
public record LstmShape(int steps, int features, int units, int classes) {
  private static final int LARGEST = 100_000;

  /** {@inheritDoc} */
  public LstmShape {
    requireSize("steps", steps, 1, LARGEST);
    requireSize("features", features, 1, LARGEST);
    requireSize("units", units, 1, 1024);
    requireSize("classes", classes, 2, LARGEST);
    long sequence = (long) steps * features;
    Require.that(
        sequence <= Integer.MAX_VALUE / 4,
        "steps x features",
        sequence,
        "must fit into one array",
        "shorten the sequences");
  }

  private static void requireSize(String name, int value, int smallest, int largest) {
    Require.that(
        value >= smallest && value <= largest,
        name,
        value,
        "must be from %d to %d".formatted(smallest, largest),
        "");
  }

  /** Lengths of the arrays of weights, in the order in which they are written to files. */
  int[] weightLengths() {
    int gates = 4 * units;
    return new int[] {
      Math.multiplyExact(gates, features), gates * units, gates, classes * units, classes
    };
  }

  /**
   * Returns the number of weights.
   *
   * @return weights of all gates and of the head
   */
  public int weights() {
    int total = 0;
    for (int length : weightLengths()) {
      total = Math.addExact(total, length);
    }
    return total;
  }
}
