package io.synkro.predict.univariate;

class AdidaContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Adida.optimised();
  }

  /** Demand below zero counts as zero. */
  @Override
  boolean holdsConstants() {
    return false;
  }
}
