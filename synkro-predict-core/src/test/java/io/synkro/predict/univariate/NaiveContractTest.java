package io.synkro.predict.univariate;

class NaiveContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return new Naive();
  }
}
