package io.synkro.predict.univariate;

class MeanContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return new Mean();
  }
}
