package io.synkro.predict.univariate;

import io.synkro.predict.univariate.EtsModel.SeasonType;

class HoltWintersContractTest extends UnivariateMethodContractTest {
  @Override
  UnivariateMethod method() {
    return Ets.holtWinters(SeasonType.ADDITIVE);
  }
}
