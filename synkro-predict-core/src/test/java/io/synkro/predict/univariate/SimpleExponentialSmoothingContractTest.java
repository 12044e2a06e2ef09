package io.synkro.predict.univariate;

class SimpleExponentialSmoothingContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Ets.simple();
  }
}
