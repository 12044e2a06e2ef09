package io.synkro.predict.tabular;

/**
 * Turns the past of a number into a feature. Training tables and single online rows are computed by
 * the same object, so that they cannot differ: a transform may read the last {@link #lookback()}
 * values and a few numbers of its own that are carried along from step to step, and nothing else.
 *
 * <p>Implementations are immutable and safe for use by many threads; the same history gives the
 * same bits on every machine (use {@code StrictMath} for functions beyond arithmetic and square
 * roots). {@code HistoryTransformContractTest} of the test kit checks all of this.
 */
public interface HistoryTransform {
  /**
   * Returns a short name, from which the name of the column is made.
   *
   * @return letters, digits and {@code _ . -}, such as {@code mean_28}
   */
  String name();

  /**
   * Returns everything that determines the values. It goes into the version of the features, so two
   * transforms with one definition must compute the same bits, for ever.
   *
   * @return one line, such as {@code mean(28)}
   */
  String definition();

  /**
   * Returns how many values back {@link #value} reads.
   *
   * @return zero or more
   */
  int lookback();

  /**
   * Returns how many numbers are carried along from step to step.
   *
   * @return zero or more; zero for a function of the last values alone
   */
  default int stateSize() {
    return 0;
  }

  /**
   * Sets the state to that before the first step.
   *
   * @param state numbers of many transforms
   * @param at where those of this transform begin
   */
  default void start(double[] state, int at) {}

  /**
   * Takes the state from before a step to after it.
   *
   * @param state numbers of many transforms
   * @param at where those of this transform begin
   * @param value the value of the step; NaN if nothing was observed
   */
  default void update(double[] state, int at, float value) {}

  /**
   * Takes the state from before some steps to after them, as {@link #update(double[], int, float)}
   * does one by one; a transform that can do it faster may, with the same bits.
   *
   * @param state numbers of many transforms
   * @param at where those of this transform begin
   * @param values values of many steps; NaN where nothing was observed
   * @param from position of the first value to take
   * @param to position after the last one
   */
  default void update(double[] state, int at, float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      update(state, at, values[i]);
    }
  }

  /**
   * Computes the feature from everything up to the newest value of a history.
   *
   * @param history the last values
   * @param state numbers of many transforms, after the newest value
   * @param at where those of this transform begin
   * @return the feature, finite or NaN; NaN means missing
   */
  float value(History history, double[] state, int at);
}
