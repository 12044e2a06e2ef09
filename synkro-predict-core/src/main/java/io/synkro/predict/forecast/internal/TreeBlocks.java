package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Models of trees for one season of horizons each, such as one for every week ahead: between one
 * model for all horizons and one for each. The last block has all horizons that are left.
 *
 * @param horizon steps to forecast
 * @param plan how to train
 * @param features what to learn from, scaled like the target
 */
public record TreeBlocks(int horizon, TreePlan plan, FeatureSource features) implements Member {
  private static final int MOST_BLOCKS = 4;

  @Override
  public String name() {
    return "trees (" + plan.name() + ", blocks)";
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
    int season = demand.axis().frequency().seasonLength();
    List<HorizonRange> ranges = new ArrayList<>();
    for (int first = 1; first <= horizon; ) {
      boolean isLast = ranges.size() == MOST_BLOCKS - 1 || first + season > horizon;
      int last = isLast ? horizon : first + season - 1;
      ranges.add(new HorizonRange(first, last));
      first = last + 1;
    }
    List<Fitted> blocks = new ArrayList<>();
    for (HorizonRange range : ranges) {
      blocks.add(new TreeMember(range, plan, features).fit(demand));
    }
    return later -> forecast(ranges, blocks, later);
  }

  private double[] forecast(List<HorizonRange> ranges, List<Fitted> blocks, SeriesPanel demand) {
    double[] forecast = new double[demand.size() * horizon];
    for (int b = 0; b < blocks.size(); b++) {
      HorizonRange range = ranges.get(b);
      double[] part = blocks.get(b).forecast(demand);
      for (int i = 0; i < demand.size(); i++) {
        System.arraycopy(
            part, i * range.steps(), forecast, i * horizon + range.first() - 1, range.steps());
      }
    }
    return forecast;
  }
}
