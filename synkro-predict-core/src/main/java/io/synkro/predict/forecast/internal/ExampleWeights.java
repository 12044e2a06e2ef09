package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.TreeTraining;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.SeriesPanel;
import org.jspecify.annotations.Nullable;

/** How much an example counts beside others: less if it is old, more if its units are dear. */
final class ExampleWeights {
  private final SeriesPanel demand;
  private final double halfLife;
  private final @Nullable Covariate value;

  ExampleWeights(SeriesPanel demand, TreeTraining training) {
    this.demand = demand;
    this.halfLife = training.halfLife();
    String name = training.valueCovariate().orElse(null);
    Covariate found = name == null ? null : demand.covariate(name).orElse(null);
    this.value = found == null || isUnknown(found) ? null : found;
    Require.that(
        name == null || found != null,
        "weightedBy",
        String.valueOf(name),
        "must be the name of a covariate",
        "look at the covariates of the panel");
  }

  /** Where no value is known, such as before prices were recorded, none makes a difference. */
  private boolean isUnknown(Covariate of) {
    for (int i = 0; i < demand.size(); i++) {
      for (int t = 0; t < demand.length(i); t++) {
        if (of.value(i, t) > 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The weight of the demand at a position of a series; 0 if its value is not known. */
  double of(int series, int position) {
    double age = demand.end() - 1.0 - demand.start(series) - position;
    double recency = halfLife < Double.POSITIVE_INFINITY ? StrictMath.pow(0.5, age / halfLife) : 1;
    double unit = value == null ? 1 : value.value(series, position);
    return unit > 0 ? recency * unit : 0;
  }
}
