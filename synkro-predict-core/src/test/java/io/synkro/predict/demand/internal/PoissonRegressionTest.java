package io.synkro.predict.demand.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PoissonRegressionTest {
  private static final double[] SALES = {3, 0, 5, 8, 2, 7, 12, 4, 9, 1, 6, 15};
  private static final double[] PRICES = {10, 12, 9, 8, 11, 8.5, 7, 10, 8, 12, 9, 6.5};

  private static double[][] rows(int columns) {
    double[][] rows = new double[SALES.length][];
    for (int t = 0; t < rows.length; t++) {
      double log = Math.log(PRICES[t]);
      rows[t] = columns == 2 ? new double[] {log, 1} : new double[] {log, 1, 3 * log};
    }
    return rows;
  }

  @Test
  void coefficientAndErrorAreThoseOfR() {
    // R 4.2: glm(y ~ log(p), family = poisson); the sandwich by its formula, two lags
    PoissonRegression fit = PoissonRegression.fit(rows(2), SALES).orElseThrow();
    assertThat(fit.coefficient()).isCloseTo(-3.91001138145027, within(1e-9));
    assertThat(fit.standardError()).isCloseTo(0.421121795569802, within(1e-9));
  }

  @Test
  void columnsThatDependOnEachOtherHaveNoFit() {
    assertThat(PoissonRegression.fit(rows(3), SALES)).isEmpty();
  }
}
