package io.synkro.predict.univariate;

class SeasonalNaiveContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return new SeasonalNaive();
  }
}
