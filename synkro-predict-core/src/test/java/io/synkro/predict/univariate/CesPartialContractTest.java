package io.synkro.predict.univariate;

class CesPartialContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Ces.partial();
  }
}
