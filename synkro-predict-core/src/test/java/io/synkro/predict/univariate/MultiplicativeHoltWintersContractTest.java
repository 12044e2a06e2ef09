package io.synkro.predict.univariate;

import io.synkro.predict.univariate.EtsModel.SeasonType;

class MultiplicativeHoltWintersContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Ets.holtWinters(SeasonType.MULTIPLICATIVE);
  }
}
