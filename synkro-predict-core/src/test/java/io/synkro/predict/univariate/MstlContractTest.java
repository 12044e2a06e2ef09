package io.synkro.predict.univariate;

class MstlContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Mstl.of(Theta.standard(), 7);
  }
}
