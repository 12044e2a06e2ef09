package io.synkro.predict.hierarchy;

import static io.synkro.predict.hierarchy.Hierarchies.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Reference values, unless noted: R 4.2.2 by dense algebra, G = (S'W⁻¹S)⁻¹S'W⁻¹ with {@code solve},
 * W of the shrinkage by {@code shrink.estim} of R hts 6.0.3, bounded optima by quadprog 1.5-8,
 * solve.QP.
 */
class ReconciliationTest {
  /** Rows: total, A, B, AA, AB, BA, BB, BC; six steps. */
  private static final double[][] RESIDUALS = {
    {5, -8, 3, 9, -6, 2},
    {2, -5, 1, 6, -2, 1},
    {4, -2, 3, 1, -5, 2},
    {1, -3, 2, 2, -1, 1},
    {2, -1, -2, 3, -2, 1},
    {1, -2, 2, -1, -1, 2},
    {2, 1, 1, 1, -3, -1},
    {0.5, -1, 0.5, 1, -1, 0.2}
  };

  private static final double[] BASE = {100, 38, 66, 20, 15, 30, 25, 7};

  private final Hierarchy hierarchy = Hierarchies.small();

  private void assertReconciled(Reconciliation method, double[] base, double... expected) {
    ReconciledForecast forecast = method.reconcile(column(base));
    assertThat(forecast.isOptimal()).isTrue();
    assertThat(column(forecast, 0)).containsExactly(expected, within(1e-10));
  }

  @Test
  void olsAgreesWithItsProjection() {
    // by hand from R's G, whose entries are 29ths: AA = (4·100 + 7·38 − 3·66 + 18·20 − 11·15 −
    // 62)/29
    assertReconciled(
        Reconciliation.ols(hierarchy),
        BASE,
        100.827586206897,
        36.448275862069,
        64.3793103448276,
        601 / 29.0,
        15.7241379310345,
        30.7931034482759,
        25.7931034482759,
        7.79310344827584);
  }

  @Test
  void weightsByStructureAndByVarianceAgree() {
    assertReconciled(
        Reconciliation.structural(hierarchy),
        BASE,
        100.333333333333,
        36.4333333333333,
        63.9,
        20.7166666666667,
        15.7166666666667,
        30.6333333333333,
        25.6333333333333,
        7.63333333333333);
    assertReconciled(
        Reconciliation.variance(hierarchy, RESIDUALS),
        BASE,
        99.7019206198372,
        36.168029974671,
        63.5338906451662,
        20.5432697556609,
        15.6247602190101,
        30.6473933505203,
        25.733712463923,
        7.1527848307228);
  }

  @Test
  void shrinkageAgreesInIntensityAndForecasts() {
    Reconciliation mint = Reconciliation.shrinkage(hierarchy, RESIDUALS);
    assertThat(mint).hasToString("MinT (shrinkage 0.271)"); // R: 0.270720445493914
    assertReconciled(
        mint,
        BASE,
        99.2424525055845,
        35.6399422235133,
        63.6025102820712,
        20.193019817068,
        15.4469224064452,
        30.5740753955373,
        25.9502776913073,
        7.07815719522663);
  }

  @Test
  void boundedForecastsAreTheOptimumOfTheQuadraticProgram() {
    double[] base = {20, 2, 26, -3, 4, 14, 16, -2};
    assertReconciled(
        Reconciliation.ols(hierarchy).nonNegative(),
        base,
        24.7692307692308,
        0.615384615384616,
        24.1538461538462,
        0,
        0.615384615384616,
        11.0769230769231,
        13.0769230769231,
        0);
    assertReconciled(
        Reconciliation.shrinkage(hierarchy, RESIDUALS).nonNegative(),
        base,
        38.975751802425,
        7.58153682791615,
        31.3942149745089,
        0.42926877727471,
        7.15226805064144,
        14.6713870744469,
        16.722827900062,
        0);
    assertReconciled(
        Reconciliation.variance(hierarchy, RESIDUALS).nonNegative(),
        new double[] {20, 3, 25, 1, 5, 12, 14, 2},
        29.6415700627208,
        3.74581346971616,
        25.8957565930047,
        0,
        3.74581346971616,
        11.1118837618196,
        12.9934682633956,
        1.79040456778944);
  }

  @Test
  void covarianceFollowsTheErrorsOfTheBaseForecasts() {
    // R: diag(P W P') with P of OLS and W of the shrinkage
    double[] expected = {
      29.520024255945,
      10.7607556093529,
      8.24706159828091,
      3.95418504988173,
      3.79406016395123,
      2.38328743764941,
      2.60647893281784,
      0.881626222741719
    };
    double[][] shrunken = shrunkenCovariance();
    double[][] after = Reconciliation.ols(hierarchy).covariance(shrunken);
    assertThat(IntStream.range(0, 8).mapToDouble(i -> after[i][i]).toArray())
        .containsExactly(expected, within(1e-9));
    double[][] least = Reconciliation.shrinkage(hierarchy, RESIDUALS).covariance(shrunken);
    for (int node = 0; node < 8; node++) {
      assertThat(least[node][node]).isLessThan(after[node][node]);
    }
  }

  /** λ diag(V) + (1 − λ) V with R's λ. */
  private static double[][] shrunkenCovariance() {
    double[][] w = new double[8][8];
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        for (int t = 0; t < 6; t++) {
          w[i][j] += RESIDUALS[i][t] * RESIDUALS[j][t] / 6;
        }
        w[i][j] *= i == j ? 1 : 1 - 0.270720445493914;
      }
    }
    return w;
  }

  @Test
  void bottomUpAddsUp() {
    assertReconciled(Reconciliation.bottomUp(hierarchy), BASE, 97, 35, 62, 20, 15, 30, 25, 7);
  }

  @Test
  void topDownSplitsByHistory() {
    // by hand; series 2 4 6, 1 1 1, 0 3 6, 4 4 1, 3 8 6 sum to 10 20 20
    Reconciliation average =
        Reconciliation.topDown(
            hierarchy, Hierarchies.smallPanel(), HistoricalProportions.AVERAGE_PROPORTIONS);
    assertThat(column(average.reconcile(column(BASE)), 0))
        .containsExactly(
            new double[] {100, 90 / 3.0, 210 / 3.0, 70 / 3.0, 20 / 3.0, 15, 65 / 3.0, 100 / 3.0},
            within(1e-12));
    Reconciliation ofAverages =
        Reconciliation.topDown(
            hierarchy, Hierarchies.smallPanel(), HistoricalProportions.PROPORTIONS_OF_AVERAGES);
    assertReconciled(ofAverages, BASE, 100, 30, 70, 24, 6, 18, 18, 34);
    Reconciliation middle =
        Reconciliation.middleOut(
            hierarchy, 1, Hierarchies.smallPanel(), HistoricalProportions.PROPORTIONS_OF_AVERAGES);
    assertReconciled(
        middle,
        BASE,
        104,
        38,
        66,
        38 * 0.8,
        38 * 0.2,
        66 * 9 / 35.0,
        66 * 9 / 35.0,
        66 * 17 / 35.0);
  }

  @Test
  void topDownSplitsByForecasts() {
    // by hand: A = 100 · 38/104, AA = A · 20/35, ...
    double a = 100 * 38 / 104.0;
    double b = 100 * 66 / 104.0;
    assertReconciled(
        Reconciliation.topDown(hierarchy),
        BASE,
        100,
        a,
        b,
        a * 20 / 35,
        a * 15 / 35,
        b * 30 / 62,
        b * 25 / 62,
        b * 7 / 62);
    assertReconciled(
        Reconciliation.middleOut(hierarchy, 1),
        new double[] {0, 12, 30, 0, 0, 1, 2, 3},
        42,
        12,
        30,
        6,
        6,
        5,
        10,
        15);
  }

  @Test
  void aNodeWithoutForecastLeavesTheOthersWithOne() {
    double[][] base = column(BASE);
    base[1][0] = Double.NaN;
    base[6][0] = Double.POSITIVE_INFINITY;
    for (Reconciliation method :
        new Reconciliation[] {
          Reconciliation.variance(hierarchy, RESIDUALS),
          Reconciliation.shrinkage(hierarchy, RESIDUALS).nonNegative()
        }) {
      ReconciledForecast forecast = method.reconcile(base);
      assertThat(forecast.missing()).as("%s", method).containsExactly(6);
      double[] y = column(forecast, 0);
      assertThat(y[1]).isCloseTo(y[3] + y[4], within(1e-9));
      assertThat(y[2]).isCloseTo(y[5] + y[7], within(1e-9));
      assertThat(y[0]).isCloseTo(y[1] + y[2], within(1e-9));
    }
    assertThat(Reconciliation.topDown(hierarchy).reconcile(base).missing())
        .containsExactly(1, 3, 4, 6);
    double[][] none = column(1, 2, 3, 4, 5, 6, 7, 8);
    none[0][0] = Double.NaN;
    assertThat(Reconciliation.topDown(hierarchy).reconcile(none).missing()).hasSize(8);
  }

  @Test
  void residualsMayBeMissingAndErrorsMayAlwaysAgree() {
    double[][] residuals = new double[8][];
    Arrays.setAll(residuals, node -> RESIDUALS[node].clone());
    residuals[2][0] = Double.NaN;
    Arrays.fill(residuals[3], Double.NaN);
    Arrays.fill(residuals[4], 0);
    for (Reconciliation method :
        new Reconciliation[] {
          Reconciliation.variance(hierarchy, residuals),
          Reconciliation.shrinkage(hierarchy, residuals),
          Reconciliation.shrinkage(hierarchy, new double[8][3])
        }) {
      double[] y = column(method.reconcile(column(BASE)), 0);
      assertThat(y[0]).as("%s", method).isCloseTo(Arrays.stream(y).skip(3).sum(), within(1e-9));
    }
  }

  @Test
  void manyThousandsOfNodesNeedNoMatrix() {
    SplittableRandom random = new SplittableRandom(5);
    Hierarchy large = Hierarchies.crossed(Hierarchies.crossed(250, 50, random));
    double[][] base = new double[large.size()][1];
    for (double[] row : base) {
      row[0] = random.nextInt(3) == 0 ? 0 : random.nextDouble(10);
    }
    ReconciledForecast forecast = Reconciliation.structural(large).nonNegative().reconcile(base);
    assertThat(forecast.isOptimal()).isTrue();
    double[] y = column(forecast, 0);
    assertThat(Arrays.stream(y).min().orElseThrow()).isZero();
    double[] again = large.sum(Arrays.copyOfRange(y, large.totals(), y.length));
    assertThat(again).containsExactly(y, within(1e-9));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> Reconciliation.ols(hierarchy).reconcile(new double[7][1]))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("base.length (7) must be the number of nodes, 8");
    assertThatThrownBy(() -> Reconciliation.ols(hierarchy).reconcile(new double[8][0]))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> Reconciliation.variance(hierarchy, new double[8][1]))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("residuals");
    double[][] broken = new double[8][2];
    broken[3][1] = Double.POSITIVE_INFINITY;
    assertThatThrownBy(() -> Reconciliation.shrinkage(hierarchy, broken))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("residual of AA@W (Infinity)");
    assertThatThrownBy(() -> Reconciliation.topDown(hierarchy).covariance(new double[8][8]))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("linear");
    Hierarchy crossing = Hierarchies.crossed(Hierarchies.crossed(3, 2, new SplittableRandom(1)));
    assertThatThrownBy(() -> Reconciliation.topDown(crossing))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must not cross");
  }
}
