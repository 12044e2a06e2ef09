package io.synkro.predict.univariate;

class ThetaDynamicStandardContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Theta.dynamicStandard();
  }
}
