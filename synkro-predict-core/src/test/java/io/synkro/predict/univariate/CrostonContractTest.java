package io.synkro.predict.univariate;

class CrostonContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Croston.optimised();
  }

  /** Demand below zero counts as zero. */
  @Override
  boolean holdsConstants() {
    return false;
  }
}
