package io.synkro.predict.search.internal;

import java.util.SplittableRandom;

/** Probability distributions over one dimension, each around a value seen there. Immutable. */
public interface Kernels {
  /**
   * Draws from one kernel.
   *
   * @param kernel its position
   * @param random source of chance
   * @return a value of the dimension
   */
  double draw(int kernel, SplittableRandom random);

  /**
   * Adds what each kernel says of a value.
   *
   * @param value a value of the dimension
   * @param sums one sum per kernel, to which the logarithm of its density is added, up to a
   *     constant of the dimension; minus infinity where there is none
   */
  void addLogDensities(double value, double[] sums);
}
