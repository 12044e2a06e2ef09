package io.synkro.predict.univariate;

class DampedHoltContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Ets.dampedHolt();
  }
}
