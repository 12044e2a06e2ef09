package io.synkro.predict.hierarchy;

import static io.synkro.predict.hierarchy.Hierarchies.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.hierarchy.internal.CovarianceMethod;
import io.synkro.predict.hierarchy.internal.ReconciliationMethod;
import io.synkro.predict.hierarchy.internal.WeightedMethod;
import io.synkro.predict.series.SeriesPanel;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every hierarchy and every base forecast. */
class ReconciliationProperties {

  /** A crossed hierarchy with random residuals. */
  private static final class Case {
    private final SeriesPanel panel;
    private final Hierarchy hierarchy;
    private final double[][] residuals;

    private Case(SeriesPanel panel, Hierarchy hierarchy, double[][] residuals) {
      this.panel = panel;
      this.hierarchy = hierarchy;
      this.residuals = residuals;
    }

    static Case of(int products, int warehouses, SplittableRandom random) {
      SeriesPanel panel = Hierarchies.crossed(products, warehouses, random);
      Hierarchy hierarchy = Hierarchies.crossed(panel);
      double[][] residuals = new double[hierarchy.size()][12];
      for (int t = 0; t < 12; t++) {
        double[] series = new double[panel.size()];
        Arrays.setAll(series, j -> random.nextDouble(-1, 1));
        double[] all = hierarchy.sum(series);
        for (int node = 0; node < all.length; node++) {
          residuals[node][t] = all[node] + random.nextDouble(-1, 1);
        }
      }
      return new Case(panel, hierarchy, residuals);
    }

    List<Reconciliation> leastSquares() {
      return List.of(
          Reconciliation.ols(hierarchy),
          Reconciliation.structural(hierarchy),
          Reconciliation.variance(hierarchy, residuals),
          Reconciliation.shrinkage(hierarchy, residuals));
    }

    double[] base(SplittableRandom random) {
      double[] base = new double[hierarchy.size()];
      Arrays.setAll(base, node -> random.nextDouble(-3, 10));
      return base;
    }
  }

  @Property(tries = 40)
  void totalsAreTheSumsOfTheirSeries(
      @ForAll @IntRange(min = 1, max = 7) int products,
      @ForAll @IntRange(min = 1, max = 5) int warehouses,
      @ForAll int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Case any = Case.of(products, warehouses, random);
    double[] base = any.base(random);
    for (Reconciliation free : any.leastSquares()) {
      for (Reconciliation method : List.of(free, free.nonNegative())) {
        ReconciledForecast forecast = method.reconcile(column(base));
        double[] y = column(forecast, 0);
        double[] series = Arrays.copyOfRange(y, any.hierarchy.totals(), y.length);
        assertThat(forecast.isOptimal()).as("%s", method).isTrue();
        assertThat(any.hierarchy.sum(series)).containsExactly(y, within(1e-9));
        if (method != free) {
          assertThat(Arrays.stream(y).min().orElseThrow()).isNotNegative();
        }
      }
    }
  }

  @Property(tries = 40)
  void coherentForecastsStayAsTheyAre(
      @ForAll @IntRange(min = 1, max = 7) int products,
      @ForAll @IntRange(min = 1, max = 5) int warehouses,
      @ForAll int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Case any = Case.of(products, warehouses, random);
    double[] series = new double[any.panel.size()];
    Arrays.setAll(series, j -> random.nextDouble(10));
    double[] coherent = any.hierarchy.sum(series);
    for (Reconciliation method : any.leastSquares()) {
      // SGS = S: unbiased base forecasts stay unbiased, and reconciling twice changes nothing
      assertThat(column(method.reconcile(column(coherent)), 0))
          .as("%s", method)
          .containsExactly(coherent, within(1e-8));
      double[] once = column(method.nonNegative().reconcile(column(any.base(random))), 0);
      assertThat(column(method.nonNegative().reconcile(column(once)), 0))
          .as("%s, not negative", method)
          .containsExactly(once, within(1e-7));
    }
  }

  /** Two unrelated algorithms, Newton with conjugate gradients and pivoting with Cholesky. */
  @Property(tries = 60)
  void aDiagonalCovarianceGivesTheSameAsWeights(
      @ForAll @IntRange(min = 1, max = 7) int products,
      @ForAll @IntRange(min = 1, max = 5) int warehouses,
      @ForAll int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Case any = Case.of(products, warehouses, random);
    int nodes = any.hierarchy.size();
    double[] variances = new double[nodes];
    double[][] diagonal = new double[nodes][nodes];
    boolean[] absent = new boolean[nodes];
    for (int node = 0; node < nodes; node++) {
      variances[node] = random.nextDouble(0.1, 20);
      diagonal[node][node] = variances[node];
      absent[node] = random.nextInt(10) == 0;
    }
    double[] base = any.base(random);
    ReconciliationMethod sparse = new WeightedMethod(any.hierarchy.sums(), variances);
    ReconciliationMethod dense = new CovarianceMethod(any.hierarchy.sums(), diagonal);
    for (boolean bounded : new boolean[] {false, true}) {
      double[] one = new double[any.panel.size()];
      double[] two = new double[any.panel.size()];
      assertThat(sparse.prepare(absent).solve(base, bounded, one)).isTrue();
      assertThat(dense.prepare(absent).solve(base, bounded, two)).isTrue();
      assertThat(one).containsExactly(two, within(1e-8));
    }
  }

  @Property(tries = 20)
  void historyIsSplitWithoutRest(
      @ForAll @IntRange(min = 1, max = 7) int products,
      @ForAll @IntRange(min = 1, max = 5) int warehouses,
      @ForAll int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Case any = Case.of(products, warehouses, random);
    double[] base = any.base(random);
    for (HistoricalProportions proportions : HistoricalProportions.values()) {
      for (int level = 0; level < any.hierarchy.groupings().size(); level++) {
        Reconciliation method =
            Reconciliation.middleOut(any.hierarchy, level, any.panel, proportions);
        double[] y = column(method.reconcile(column(base)), 0);
        for (int node : any.hierarchy.nodesOf(level)) {
          assertThat(y[node]).isCloseTo(base[node], within(1e-9));
        }
      }
    }
  }
}
