package io.synkro.predict.hierarchy.internal;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.ForecastOutcome;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.hierarchy.Node;
import io.synkro.predict.hierarchy.ReconciledForecast;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the means out of forecasts of all nodes and puts reconciled ones in. */
public final class PanelReconciliation {
  private static final double LEAST_RATIO = 0.5;
  private static final double MOST_RATIO = 2;

  private final List<Node> nodes;
  private final PanelForecast base;
  private final Map<SeriesId, ForecastOutcome> outcomes = new HashMap<>();
  private final List<Optional<DemandForecast>> forecasts;

  /**
   * Reads forecasts.
   *
   * @param nodes the nodes of a hierarchy
   * @param base their forecasts
   */
  public PanelReconciliation(List<Node> nodes, PanelForecast base) {
    this.nodes = nodes;
    this.base = base;
    base.outcomes().forEach(outcome -> outcomes.put(outcome.id(), outcome));
    this.forecasts = nodes.stream().map(node -> base.find(node.id())).toList();
    Optional<DemandForecast> first = forecasts.stream().flatMap(Optional::stream).findFirst();
    first.ifPresent(
        one -> forecasts.forEach(other -> other.ifPresent(two -> requireAlike(one, two))));
  }

  private static void requireAlike(DemandForecast one, DemandForecast two) {
    boolean alike =
        one.horizon() == two.horizon()
            && one.time(0).equals(two.time(0))
            && one.axis().equals(two.axis())
            && Arrays.equals(one.levels(), two.levels());
    Require.that(
        alike,
        "forecast of " + two.id(),
        "%d steps from %s".formatted(two.horizon(), two.time(0)),
        "must have the steps and levels of that of " + one.id(),
        "forecast all nodes together");
  }

  /**
   * Says whether no node has a forecast.
   *
   * @return true if there is nothing to reconcile
   */
  public boolean isEmpty() {
    return forecasts.stream().allMatch(Optional::isEmpty);
  }

  /**
   * Returns the outcome if no node has a forecast.
   *
   * @return no forecast for any node
   */
  public PanelForecast none() {
    return new PanelForecast(nodes.stream().map(this::notForecast).toList());
  }

  /**
   * Returns the base forecasts.
   *
   * @return means by node and step, NaN for nodes without a forecast
   */
  public double[][] means() {
    int horizon = forecasts.stream().flatMap(Optional::stream).findFirst().orElseThrow().horizon();
    double[][] means = new double[nodes.size()][horizon];
    for (int node = 0; node < means.length; node++) {
      Optional<DemandForecast> forecast = forecasts.get(node);
      for (int h = 0; h < horizon; h++) {
        means[node][h] = forecast.isPresent() ? forecast.get().mean(h) : Double.NaN;
      }
    }
    return means;
  }

  /**
   * Puts reconciled means in.
   *
   * @param reconciled zero or more, by node and step
   * @param narrowing factor of each node's spread
   * @return one outcome a node
   */
  public PanelForecast with(ReconciledForecast reconciled, double[] narrowing) {
    List<ForecastOutcome> after = new ArrayList<>(nodes.size());
    for (int node = 0; node < nodes.size(); node++) {
      Optional<DemandForecast> forecast = forecasts.get(node);
      double[] mean = reconciled.values(node);
      if (forecast.isEmpty()) {
        after.add(notForecast(nodes.get(node)));
      } else if (Arrays.stream(mean).anyMatch(Double::isNaN)) {
        after.add(
            new ForecastOutcome.NotForecast(
                nodes.get(node).id(),
                "There is no forecast of the total that it is a share of. Maybe use least squares."));
      } else {
        after.add(new ForecastOutcome.Forecasted(moved(forecast.get(), mean, narrowing[node])));
      }
    }
    return new PanelForecast(after);
  }

  private ForecastOutcome notForecast(Node node) {
    return outcomes.getOrDefault(
        node.id(), new ForecastOutcome.NotForecast(node.id(), base.whyMissing(node.id())));
  }

  private static DemandForecast moved(DemandForecast old, double[] mean, double narrowing) {
    double[] levels = old.levels();
    double[] sd = new double[mean.length];
    double[] quantiles = new double[mean.length * levels.length];
    for (int h = 0; h < mean.length; h++) {
      double ratio = old.mean(h) > 0 ? mean[h] / old.mean(h) : 1;
      double factor = narrowing * Math.min(MOST_RATIO, Math.max(LEAST_RATIO, ratio));
      sd[h] = factor * old.sd(h);
      for (int q = 0; q < levels.length; q++) {
        double quantile = old.quantile(h, levels[q]);
        quantiles[h * levels.length + q] =
            quantile > 0 ? Math.max(0, mean[h] + factor * (quantile - old.mean(h))) : 0;
      }
    }
    int start = Math.toIntExact(old.axis().stepOf(old.time(0)));
    return new DemandForecast(
            old.id(), old.axis(), start, levels, mean, sd, quantiles, old.stepCorrelation())
        .withBasis(old.basis(), old.basisText());
  }
}
