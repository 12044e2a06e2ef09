package io.synkro.predict.univariate;

class CesFullContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Ces.full();
  }
}
