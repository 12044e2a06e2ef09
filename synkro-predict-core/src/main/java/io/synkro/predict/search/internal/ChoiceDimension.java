package io.synkro.predict.search.internal;

import java.util.SplittableRandom;

/**
 * The numbers from 0 to one below a count, without an order among them.
 *
 * @param count how many, at least 2
 */
public record ChoiceDimension(int count) implements Dimension {
  @Override
  public double draw(SplittableRandom random) {
    return Math.floor(random.nextDouble() * count);
  }

  @Override
  public boolean holds(double value) {
    return value >= 0 && value < count && value == Math.rint(value);
  }

  @Override
  public double size() {
    return count;
  }

  @Override
  public double next(double value) {
    return value < count - 1 ? value + 1 : 0;
  }

  @Override
  public Kernels kernels(double[] observed) {
    return new ChoiceKernels(count, observed);
  }
}
