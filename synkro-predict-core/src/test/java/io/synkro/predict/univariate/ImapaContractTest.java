package io.synkro.predict.univariate;

class ImapaContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Imapa.optimised();
  }

  /** Demand below zero counts as zero. */
  @Override
  boolean holdsConstants() {
    return false;
  }
}
