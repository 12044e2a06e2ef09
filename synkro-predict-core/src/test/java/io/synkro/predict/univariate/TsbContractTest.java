package io.synkro.predict.univariate;

class TsbContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Tsb.optimised();
  }

  /** Demand below zero counts as zero. */
  @Override
  boolean holdsConstants() {
    return false;
  }
}
