package io.synkro.predict.univariate;

class AutoEtsContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return AutoEts.standard();
  }
}
