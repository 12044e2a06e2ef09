package io.synkro.predict.univariate;

class SbaContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Croston.sba(0.1);
  }

  /** Demand below zero counts as zero. */
  @Override
  boolean holdsConstants() {
    return false;
  }
}
