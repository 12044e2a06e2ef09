package io.synkro.predict.univariate;

class WindowAverageContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return new WindowAverage(3);
  }
}
