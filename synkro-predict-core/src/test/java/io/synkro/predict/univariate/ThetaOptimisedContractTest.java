package io.synkro.predict.univariate;

class ThetaOptimisedContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Theta.optimised();
  }
}
