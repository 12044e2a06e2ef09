package io.synkro.predict.univariate;

class CesSimpleContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Ces.simple();
  }
}
