package io.synkro.predict.univariate;

class DriftContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return new Drift();
  }
}
