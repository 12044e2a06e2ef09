package io.synkro.predict.univariate;

class ThetaStandardContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Theta.standard();
  }
}
