package io.synkro.predict.forecast;

import io.synkro.predict.ProgressListener;
import io.synkro.predict.demand.UnconstrainedDemand;
import io.synkro.predict.forecast.internal.Backtest;
import io.synkro.predict.forecast.internal.Blend;
import io.synkro.predict.forecast.internal.BlendChoice;
import io.synkro.predict.forecast.internal.Calibration;
import io.synkro.predict.forecast.internal.Ensemble;
import io.synkro.predict.forecast.internal.Member;
import io.synkro.predict.forecast.internal.Members;
import io.synkro.predict.forecast.internal.Segment;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts demand of all series of a panel together. {@link #fit} cleans the sales, backtests
 * seasonal naive, seasonal means and, if a learner is given, trees over rolling origins, chooses
 * the most accurate method, learns intervals from its errors, and fits it on all data. Immutable;
 * safe for use by many threads; runs on the caller's thread. Equal data, options and seed give
 * equal forecasts.
 */
public final class DemandForecaster {
  private final int horizon;
  private final double[] quantiles;
  private final int backtests;
  private final Members members;
  private final boolean keepAll;
  private final ProgressListener progress;

  private DemandForecaster(Builder builder) {
    this.horizon = builder.horizon;
    this.quantiles = builder.quantiles.clone();
    this.backtests = builder.backtests;
    this.progress = builder.progress;
    this.keepAll = builder.keepAll;
    this.members =
        new Members(
            horizon,
            builder.learner,
            builder.features,
            builder.options,
            builder.maxRows,
            builder.seed,
            builder.strategies);
  }

  /**
   * Starts from a horizon of 28 steps, quantiles 0.05, 0.5 and 0.95, three backtests, no learner.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Learns from sales.
   *
   * @param sales recorded sales; see {@link SeriesPanel}. Steps whose in-stock covariate is below 1
   *     count as missing, negative values as zero, and steps before the first sale as not on offer.
   *     A value over a thousand times the next largest of a series with eight sales or more is
   *     taken for a mistake and counts as missing. Missing is not zero: a series that ended before
   *     the panel goes on as it was; give zeros, or leave it out, if it is not sold any more.
   *     Covariates known in the future are used as plans only if they are given for the whole
   *     horizon, see {@link SeriesPanel#futureSteps()}; otherwise backtest and forecast alike see
   *     their past alone, so that the backtest promises nothing that the forecast cannot hold.
   * @return a fitted model
   * @throws io.synkro.predict.InvalidInputException if no series has a history long enough for a
   *     backtest, or none sold anything in the backtest
   */
  public ForecastModel fit(SeriesPanel sales) {
    SeriesPanel used = sales.futureSteps() >= horizon ? sales : sales.withoutPlans();
    UnconstrainedDemand unconstrained = UnconstrainedDemand.of(used);
    SeriesPanel demand = unconstrained.panel();
    int origins = Backtest.possibleOrigins(demand, horizon, backtests);
    Require.that(
        origins > 0,
        "history",
        sales,
        "must be longer than a season and the horizon of %d steps".formatted(horizon),
        "shorten the horizon or give more history");
    List<Member> candidates = members.of(demand.axis().frequency());
    Backtest backtest =
        new Backtest(
            unconstrained.observed(),
            origin -> UnconstrainedDemand.of(used.before(origin, horizon)).panel(),
            horizon,
            candidates);
    backtest.run(origins, progress);
    Require.that(
        backtest.errors().size() > 0,
        "demand",
        "none in the last %d steps that follows a sale".formatted((long) origins * horizon),
        "must be observed for at least one series",
        "check the units and the in-stock flags");
    Map<Segment, Blend> blends = BlendChoice.of(backtest.errors());
    double[] blended = backtest.blended(blends);
    Calibration calibration = new Calibration(backtest.errors(), blended, origins);
    List<Member.@Nullable Fitted> fitted = fit(candidates, demand, blends);
    List<String> names = candidates.stream().map(Member::name).toList();
    BacktestReport report = report(backtest, names, blends, calibration);
    return new ForecastModel(
        used, horizon, quantiles, new Ensemble(names, fitted, blends), calibration.model(), report);
  }

  /** Members that no blend uses are not fitted, unless all are wanted. */
  private List<Member.@Nullable Fitted> fit(
      List<Member> candidates, SeriesPanel demand, Map<Segment, Blend> blends) {
    List<Member.@Nullable Fitted> fitted = new ArrayList<>();
    for (int m = 0; m < candidates.size(); m++) {
      int member = m;
      boolean used = keepAll || blends.values().stream().anyMatch(b -> b.uses(member));
      if (used) {
        progress.progress("Fit " + candidates.get(m).name(), m, candidates.size());
      }
      fitted.add(used ? candidates.get(m).fit(demand) : null);
    }
    progress.progress("Fit", candidates.size(), candidates.size());
    return fitted;
  }

  private BacktestReport report(
      Backtest backtest, List<String> names, Map<Segment, Blend> blends, Calibration calibration) {
    List<MemberAccuracy> accuracies = new ArrayList<>();
    for (int m = 0; m < names.size(); m++) {
      accuracies.add(backtest.judge(names.get(m), backtest.ofMember(m)));
    }
    String chosen = Ensemble.text(blends, names);
    int position = names.indexOf(chosen);
    if (position < 0) {
      position = names.size();
      accuracies.add(backtest.judge(chosen, backtest.blended(blends)));
    }
    double low = quantiles[0];
    double high = quantiles[quantiles.length - 1];
    return new BacktestReport(
        accuracies,
        position,
        calibration.origins(),
        backtest.errors().size(),
        high - low,
        calibration.coverage(low, high));
  }

  /** Collects options; {@link #build()} checks them. Not safe for use by many threads. */
  public static final class Builder {
    private int horizon = 28;
    private double[] quantiles = {0.05, 0.5, 0.95};
    private int backtests = 3;
    private int seed = 42;
    private int maxRows = 250_000;
    private @Nullable Learner learner;
    private @Nullable FeatureSource features;
    private @Nullable LearnerOptions options;
    private boolean keepAll;
    private Set<TreeStrategy> strategies = EnumSet.of(TreeStrategy.DIRECT);
    private ProgressListener progress = ProgressListener.none();

    private Builder() {}

    /**
     * Sets how far to forecast.
     *
     * @param steps at least 1
     * @return this builder
     */
    public Builder horizon(int steps) {
      this.horizon = Require.atLeast("horizon", steps, 1, "");
      return this;
    }

    /**
     * Sets the quantiles to forecast.
     *
     * @param levels strictly increasing, each above 0 and below 1
     * @return this builder
     */
    public Builder quantiles(double... levels) {
      DemandForecast.requireLevels(levels);
      this.quantiles = levels.clone();
      return this;
    }

    /**
     * Sets the number of rolling origins; fewer are used if the history is short.
     *
     * @param origins at least 1; intervals and the choice of the method rest on them
     * @return this builder
     */
    public Builder backtests(int origins) {
      this.backtests = Require.atLeast("backtests", origins, 1, "use 3");
      return this;
    }

    /**
     * Sets the engine and what it learns from. Without one, only methods without training take
     * part.
     *
     * @param engine trains the trees
     * @param source computes their features
     * @return this builder
     */
    public Builder learner(Learner engine, FeatureSource source) {
      this.learner = engine;
      this.features = source;
      return this;
    }

    /**
     * Sets how trees are trained, instead of the standard options.
     *
     * @param learnerOptions the options; their seed counts
     * @return this builder
     */
    public Builder learnerOptions(LearnerOptions learnerOptions) {
      this.options = learnerOptions;
      return this;
    }

    /**
     * Sets about how many examples a training has at the most. Beyond it older steps are left out,
     * and if two horizons of every series are still too many, a random part of them.
     *
     * @param rows at least 1000
     * @return this builder
     */
    public Builder maxRows(int rows) {
      this.maxRows = Require.atLeast("maxRows", rows, 1000, "");
      return this;
    }

    /**
     * Sets the seed.
     *
     * @param value zero or more
     * @return this builder
     */
    public Builder seed(int value) {
      this.seed = Require.atLeast("seed", value, 0, "");
      return this;
    }

    /**
     * Sets how trees reach several steps ahead; the backtest chooses among several. Blocks cost up
     * to four trainings, recursion a computation of features for each step.
     *
     * @param first a strategy
     * @param more further strategies
     * @return this builder
     */
    public Builder strategies(TreeStrategy first, TreeStrategy... more) {
      this.strategies = EnumSet.of(first, more);
      return this;
    }

    /**
     * Fits all methods, not only those that are part of the forecast, so that {@link
     * ForecastModel#forecastOf} can tell what each of them says.
     *
     * @return this builder
     */
    public Builder keepAllMethods() {
      this.keepAll = true;
      return this;
    }

    /**
     * Sets who hears of progress.
     *
     * @param listener called on the thread that calls {@code fit}
     * @return this builder
     */
    public Builder progress(ProgressListener listener) {
      this.progress = listener;
      return this;
    }

    /**
     * Builds the forecaster.
     *
     * @return a forecaster
     */
    public DemandForecaster build() {
      return new DemandForecaster(this);
    }
  }
}
