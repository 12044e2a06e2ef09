package io.synkro.predict.features;

import io.synkro.predict.features.calendar.StepFeature;
import io.synkro.predict.features.internal.DemandShape;
import io.synkro.predict.features.internal.ExpandingExtreme;
import io.synkro.predict.features.internal.ExpandingMean;
import io.synkro.predict.features.internal.ExpandingQuantile;
import io.synkro.predict.features.internal.ExpandingSd;
import io.synkro.predict.features.internal.ExpandingZeroShare;
import io.synkro.predict.features.internal.ExponentialMean;
import io.synkro.predict.features.internal.Lag;
import io.synkro.predict.features.internal.RollingAverage;
import io.synkro.predict.features.internal.RollingExtreme;
import io.synkro.predict.features.internal.RollingQuantile;
import io.synkro.predict.features.internal.RollingSd;
import io.synkro.predict.features.internal.StepsSince;
import io.synkro.predict.features.internal.StepsUntil;
import io.synkro.predict.features.internal.Window;
import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.HistoryTransform;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The features that a {@link FeaturePipeline} is built from. Each looks at demand until it is told
 * otherwise by {@link HistoryFeature#of(String)}, {@link HistoryFeature#sumBy(String)} or {@link
 * HistoryFeature#meanBy(String)}. Missing values, and those of more than 10^15 in size, are left
 * out of all of them; a feature without any value is NaN. Stateless.
 */
public final class Features {
  private Features() {}

  /**
   * The value some steps before the origin.
   *
   * @param steps how far back, 1 for the last known value
   * @return the feature {@code lag_STEPS}
   */
  public static HistoryFeature lag(int steps) {
    return HistoryFeature.of(new Lag(steps));
  }

  /**
   * Several lags.
   *
   * @param steps how far back each is
   * @return one feature each
   */
  public static HistoryFeature[] lags(int... steps) {
    return each(Features::lag, steps);
  }

  /**
   * The mean of the last values.
   *
   * @param window how many values
   * @return the feature {@code mean_WINDOW}
   */
  public static HistoryFeature mean(int window) {
    return HistoryFeature.of(RollingAverage.mean(Window.of(window)));
  }

  /**
   * Means of several windows.
   *
   * @param windows how many values each
   * @return one feature each
   */
  public static HistoryFeature[] means(int... windows) {
    return each(Features::mean, windows);
  }

  /**
   * The sample standard deviation of the last values.
   *
   * @param window how many values
   * @return the feature {@code sd_WINDOW}; missing for fewer than two observations
   */
  public static HistoryFeature sd(int window) {
    return HistoryFeature.of(new RollingSd(Window.of(window)));
  }

  /**
   * The smallest of the last values.
   *
   * @param window how many values
   * @return the feature {@code min_WINDOW}
   */
  public static HistoryFeature min(int window) {
    return HistoryFeature.of(RollingExtreme.min(Window.of(window)));
  }

  /**
   * The largest of the last values.
   *
   * @param window how many values
   * @return the feature {@code max_WINDOW}
   */
  public static HistoryFeature max(int window) {
    return HistoryFeature.of(RollingExtreme.max(Window.of(window)));
  }

  /**
   * The median of the last values.
   *
   * @param window how many values
   * @return the feature {@code median_WINDOW}
   */
  public static HistoryFeature median(int window) {
    return quantile(window, 0.5);
  }

  /**
   * A quantile of the last values, interpolated linearly between order statistics (definition 7 of
   * Hyndman &amp; Fan, 1996, <a href="https://doi.org/10.2307/2684934">doi:10.2307/2684934</a>).
   *
   * @param window how many values
   * @param level the level, from 0 to 1
   * @return the feature {@code qLEVEL_WINDOW}
   */
  public static HistoryFeature quantile(int window, double level) {
    Require.that(level >= 0 && level <= 1, "level", level, "must be from 0 to 1", "");
    return HistoryFeature.of(new RollingQuantile(Window.of(window), level));
  }

  /**
   * The share of zeros among the last values.
   *
   * @param window how many values
   * @return the feature {@code zero_share_WINDOW}
   */
  public static HistoryFeature zeroShare(int window) {
    return HistoryFeature.of(RollingAverage.zeroShare(Window.of(window)));
  }

  /**
   * An exponentially weighted mean: simple exponential smoothing that begins with the first value
   * (Hyndman &amp; Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 8.1).
   * Missing values change nothing.
   *
   * @param weight weight of the newest value, above 0 and at most 1
   * @return the feature {@code ewm_WEIGHT}
   */
  public static HistoryFeature ewm(double weight) {
    Require.that(
        weight > 0 && weight <= 1, "weight", weight, "must be above 0 and at most 1", "use 0.1");
    return HistoryFeature.of(new ExponentialMean(weight, "ewm_" + weight));
  }

  /**
   * An exponentially weighted mean whose weights halve over a number of steps: {@code weight = 1 -
   * 0.5^(1 / halfLife)}.
   *
   * @param halfLife steps, above 0
   * @return the feature {@code ewm_half_life_STEPS}
   */
  public static HistoryFeature ewmHalfLife(double halfLife) {
    Require.positive("halfLife", halfLife, "use a number of steps, such as 7");
    double weight = 1 - StrictMath.pow(0.5, 1 / halfLife);
    Require.that(weight > 0, "halfLife", halfLife, "must be below 10^15", "use meanAll()");
    return HistoryFeature.of(new ExponentialMean(weight, "ewm_half_life_" + halfLife));
  }

  /**
   * The mean of all values; by {@link HistoryFeature#meanBy(String)} an encoding of a category by
   * the past of its target.
   *
   * @return the feature {@code mean_all}
   */
  public static HistoryFeature meanAll() {
    return HistoryFeature.of(new ExpandingMean());
  }

  /**
   * The sample standard deviation of all values.
   *
   * @return the feature {@code sd_all}; missing for fewer than two observations
   */
  public static HistoryFeature sdAll() {
    return HistoryFeature.of(new ExpandingSd());
  }

  /**
   * The smallest of all values.
   *
   * @return the feature {@code min_all}
   */
  public static HistoryFeature minAll() {
    return HistoryFeature.of(new ExpandingExtreme(false));
  }

  /**
   * The largest of all values.
   *
   * @return the feature {@code max_all}
   */
  public static HistoryFeature maxAll() {
    return HistoryFeature.of(new ExpandingExtreme(true));
  }

  /**
   * Returns the median of all observed values so far, as {@link #quantileAll} tells it.
   *
   * @return the feature
   */
  public static HistoryFeature medianAll() {
    return quantileAll(0.5);
  }

  /**
   * Returns a quantile of all observed values so far, interpolated linearly. It is exact while a
   * series has had at most 64 different values, as most demand has; later values are counted in 64
   * bins, and the feature lies within the bin of the exact quantile. Takes 1.5 kB for each live
   * series.
   *
   * @param level from 0 to 1
   * @return the feature
   */
  public static HistoryFeature quantileAll(double level) {
    Require.that(level >= 0 && level <= 1, "level", level, "must be from 0 to 1", "");
    return HistoryFeature.of(new ExpandingQuantile(level));
  }

  /**
   * The share of zeros among all values.
   *
   * @return the feature {@code zero_share_all}
   */
  public static HistoryFeature zeroShareAll() {
    return HistoryFeature.of(new ExpandingZeroShare());
  }

  /**
   * Steps since the last value above zero, such as the last sale or, of a promotion covariate, the
   * last step on promotion: 1 if it was the newest step.
   *
   * @return the feature {@code since_sale}; missing if there was none
   */
  public static HistoryFeature sinceSale() {
    return HistoryFeature.of(new StepsSince(StepsSince.Event.LAST_POSITIVE, "since_sale"));
  }

  /**
   * Steps since the first value above zero: 1 if it was the newest step.
   *
   * @return the feature {@code since_first_sale}; missing if there was none
   */
  public static HistoryFeature sinceFirstSale() {
    return HistoryFeature.of(new StepsSince(StepsSince.Event.FIRST_POSITIVE, "since_first_sale"));
  }

  /**
   * Steps since the series began: 1 after its first step.
   *
   * @return the feature {@code age}
   */
  public static HistoryFeature age() {
    return HistoryFeature.of(new StepsSince(StepsSince.Event.START, "age"));
  }

  /**
   * Steps since a value differed from the one before it, such as a price: 1 if it was the newest.
   *
   * @return the feature {@code since_change}; missing if it never did
   */
  public static HistoryFeature sinceChange() {
    return HistoryFeature.of(new StepsSince(StepsSince.Event.LAST_CHANGE, "since_change"));
  }

  /**
   * Average demand interval so far: observed steps over those with demand, as {@link
   * io.synkro.predict.univariate.DemandProfile} defines it.
   *
   * @return the feature {@code adi}; missing without demand
   */
  public static HistoryFeature adi() {
    return HistoryFeature.of(new DemandShape(DemandShape.Measure.ADI));
  }

  /**
   * Squared coefficient of variation of the demands above zero so far, as {@link
   * io.synkro.predict.univariate.DemandProfile} defines it.
   *
   * @return the feature {@code cv2}; missing without demand
   */
  public static HistoryFeature cv2() {
    return HistoryFeature.of(new DemandShape(DemandShape.Measure.CV2));
  }

  /**
   * Class of the demand so far: 0 smooth, 1 erratic, 2 intermittent, 3 lumpy, 4 no demand; see
   * {@link io.synkro.predict.univariate.DemandClass}.
   *
   * @return the feature {@code demand_class}
   */
  public static HistoryFeature demandClass() {
    return HistoryFeature.of(new DemandShape(DemandShape.Measure.CLASS));
  }

  /**
   * The planned value of a covariate at the target.
   *
   * @param covariate its name; a panel must say that it is known in the future
   * @return the feature {@code planned_COVARIATE}
   */
  public static HistoryFeature planned(String covariate) {
    return lag(1).of(covariate).throughTarget().as("planned_" + covariate);
  }

  /**
   * Steps from the target to the next planned value above zero, such as the next promotion: 0 if it
   * is at the target, {@code reach + 1} if none is planned within the reach. Missing if none is
   * known of while some values within the reach are not, such as those beyond the plan.
   *
   * @param covariate its name; a panel must say that it is known in the future
   * @param reach how many steps after the target are looked at, from 1 to 9,999; plans must be
   *     fixed that early, see {@link HistoryFeature#throughTarget(int)}
   * @return the feature {@code COVARIATE_until_REACH}
   */
  public static HistoryFeature stepsUntil(String covariate, int reach) {
    HistoryFeature until = HistoryFeature.of(new StepsUntil(reach)).of(covariate);
    return until.throughTarget(reach).as(until.name());
  }

  /**
   * A transform of your own.
   *
   * @param transform checked by the {@code HistoryTransformContractTest} of the test kit
   * @return the feature, with the name of the transform
   */
  public static HistoryFeature of(HistoryTransform transform) {
    return HistoryFeature.of(transform);
  }

  /**
   * What the calendar says of the target.
   *
   * @param steps features of {@link io.synkro.predict.features.calendar}
   * @return one feature each, with the name of the step feature
   */
  public static PipelineFeature[] calendar(StepFeature... steps) {
    return Arrays.stream(steps)
        .map(step -> new CalendarFeature(step.name(), step))
        .toArray(PipelineFeature[]::new);
  }

  /**
   * A static attribute, as a category.
   *
   * @param attribute its name
   * @return the feature {@code attribute_ATTRIBUTE}
   */
  public static PipelineFeature attribute(String attribute) {
    return new AttributeFeature(
        "attribute_" + attribute, Require.identifier("attribute", attribute));
  }

  /**
   * How many steps ahead the target lies: 1 if it is the origin.
   *
   * @return the feature {@code horizon}
   */
  public static PipelineFeature horizon() {
    return new HorizonFeature("horizon");
  }

  /**
   * One feature over another.
   *
   * @param first a feature
   * @param second a feature
   * @return the feature {@code FIRST_over_SECOND}; missing if the second is 0
   */
  public static PipelineFeature ratio(PipelineFeature first, PipelineFeature second) {
    return new CombinedFeature(
        first.name() + "_over_" + second.name(), CombinedFeature.Operation.RATIO, first, second);
  }

  /**
   * One feature minus another.
   *
   * @param first a feature
   * @param second a feature
   * @return the feature {@code FIRST_minus_SECOND}
   */
  public static PipelineFeature difference(PipelineFeature first, PipelineFeature second) {
    return new CombinedFeature(
        first.name() + "_minus_" + second.name(),
        CombinedFeature.Operation.DIFFERENCE,
        first,
        second);
  }

  private static HistoryFeature[] each(IntFunction<HistoryFeature> feature, int... numbers) {
    return Arrays.stream(numbers).mapToObj(feature).toArray(HistoryFeature[]::new);
  }
}
