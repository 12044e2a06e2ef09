package io.synkro.predict.pattern;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.util.Arrays;

/**
 * Sequences of equal length and the class of each. Arrays are not copied and must not be written to
 * afterwards. Safe for use by many threads under that condition.
 */
public final class SequenceData {
  private final int steps;
  private final int features;
  private final int classes;
  private final float[] values;
  private final int[] labels;

  /**
   * Creates data.
   *
   * @param steps length of each sequence, at least 1
   * @param features numbers at each step, at least 1
   * @param classes number of classes, at least 2
   * @param values shape {@code [sequences][steps][features]}, flat, finite; not copied
   * @param labels class of each sequence, from 0 to {@code classes - 1}; at least one; not copied
   */
  public SequenceData(int steps, int features, int classes, float[] values, int[] labels) {
    Require.atLeast("steps", steps, 1, "");
    Require.atLeast("features", features, 1, "");
    Require.atLeast("classes", classes, 2, "");
    Require.atLeast("labels.length", labels.length, 1, "");
    Require.that(
        values.length == (long) labels.length * steps * features,
        "values.length",
        values.length,
        "must be sequences x steps x features = " + (long) labels.length * steps * features,
        "");
    for (float value : values) {
      Require.that(Float.isFinite(value), "value", value, "must be finite", "fill gaps first");
    }
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new InvalidInputException(
            "label", Integer.toString(label), "must be from 0 to " + (classes - 1), "");
      }
    }
    this.steps = steps;
    this.features = features;
    this.classes = classes;
    this.values = values;
    this.labels = labels;
  }

  /**
   * Returns the number of sequences.
   *
   * @return at least 1
   */
  public int size() {
    return labels.length;
  }

  /**
   * Returns the length of each sequence.
   *
   * @return steps
   */
  public int steps() {
    return steps;
  }

  /**
   * Returns how many numbers each step has.
   *
   * @return features
   */
  public int features() {
    return features;
  }

  /**
   * Returns the number of classes.
   *
   * @return at least 2
   */
  public int classes() {
    return classes;
  }

  /**
   * Returns the class of a sequence.
   *
   * @param sequence its position
   * @return from 0 to {@code classes() - 1}
   */
  public int label(int sequence) {
    return labels[sequence];
  }

  /**
   * Copies a sequence.
   *
   * @param sequence its position
   * @return shape {@code [steps][features]}, flat
   */
  public float[] sequence(int sequence) {
    int length = steps * features;
    return Arrays.copyOfRange(values, sequence * length, (sequence + 1) * length);
  }
}
