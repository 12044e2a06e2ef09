package io.synkro.predict.univariate;

class ThetaDynamicOptimisedContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Theta.dynamicOptimised();
  }
}
