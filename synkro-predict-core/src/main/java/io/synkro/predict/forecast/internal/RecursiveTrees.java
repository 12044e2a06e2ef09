package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.FeatureSource;
import java.util.Arrays;

/**
 * A model of trees for the next step, which takes its own forecasts for demand to go further. It
 * knows the last step better than a direct model, but its errors add up.
 *
 * @param horizon steps to forecast
 * @param plan how to train
 * @param features what to learn from, scaled like the target
 */
public record RecursiveTrees(int horizon, TreePlan plan, FeatureSource features) implements Member {
  @Override
  public String name() {
    return "trees (" + plan.name() + ", recursive)";
  }

  @Override
  public boolean isGlobal() {
    return true;
  }

  @Override
  public boolean beginsAtLastSeason() {
    return plan.scaling() == DemandScaling.DIFFERENCE;
  }

  @Override
  public Fitted fit(SeriesPanel demand) {
    Fitted next = new TreeMember(new HorizonRange(1, 1), plan, features).fit(demand);
    return later -> forecast(next, later);
  }

  private double[] forecast(Fitted next, SeriesPanel demand) {
    double[] forecast = new double[demand.size() * horizon];
    SeriesPanel longer = demand.extended(horizon);
    double[] values = new double[longer.observations()];
    Arrays.fill(values, Double.NaN);
    int[] ends = new int[demand.size()];
    int offset = 0;
    for (int i = 0; i < demand.size(); i++) {
      double[] known = demand.values(i);
      System.arraycopy(known, 0, values, offset, known.length);
      ends[i] = offset + demand.end() - demand.start(i);
      offset += longer.length(i);
    }
    for (int h = 0; h < horizon; h++) {
      SeriesPanel soFar = longer.withValues(values.clone());
      double[] step = next.forecast(soFar.before(demand.end() + h, horizon - h));
      for (int i = 0; i < demand.size(); i++) {
        forecast[i * horizon + h] = step[i];
        values[ends[i] + h] = Math.min(TimeSeries.MAX_VALUE, step[i]);
      }
    }
    return forecast;
  }
}
