package io.synkro.predict.univariate;

class CesNoneContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Ces.none();
  }
}
