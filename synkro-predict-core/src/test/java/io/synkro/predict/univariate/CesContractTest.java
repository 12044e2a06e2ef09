package io.synkro.predict.univariate;

class CesContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Ces.automatic();
  }
}
