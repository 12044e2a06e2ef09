package io.synkro.predict.features.parity;

/** Takes the vectors that are logged, on the threads that serve them; must not throw. */
@FunctionalInterface
public interface ServedVectorSink {
  /**
   * Takes a vector.
   *
   * @param vector what was served
   */
  void accept(ServedVector vector);
}
