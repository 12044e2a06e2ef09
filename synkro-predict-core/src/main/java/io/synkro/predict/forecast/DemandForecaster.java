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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts demand of all series of a panel together. {@link #fit} estimates the demand behind the
 * sales, backtests methods of single series (seasonal naive, exponential smoothing, Theta and
 * others) and, if a learner is given, trees over rolling origins, blends those that do well for
 * regular and for intermittent demand apart, learns intervals from the errors of the blend, and
 * fits its methods on all data; {@link ModelCard} tells what was chosen and why. Immutable; safe
 * for use by many threads; runs on the caller's thread. Equal data, options and seed give equal
 * forecasts.
 *
 * <p>A bad series has an outcome of its own and leaves the others alone:
 *
 * <table class="striped">
 *   <caption>Outcomes of bad series</caption>
 *   <thead>
 *     <tr><th scope="col">series</th><th scope="col">outcome</th></tr>
 *   </thead>
 *   <tbody>
 *     <tr><th scope="row">fewer than two observations, or all missing</th>
 *       <td>{@link ForecastBasis#SIMILAR_ITEMS} if its product or an attribute that tells levels
 *         apart is known; else not forecast</td></tr>
 *     <tr><th scope="row">shorter than a season</th><td>forecast</td></tr>
 *     <tr><th scope="row">constant</th><td>that constant</td></tr>
 *     <tr><th scope="row">all zero or negative</th>
 *       <td>not forecast once it was on offer for longer than the horizon; before that as
 *         new</td></tr>
 *     <tr><th scope="row">some values negative</th>
 *       <td>returns, taken off the sales that they undo; forecast</td></tr>
 *     <tr><th scope="row">a gap, or an end before the panel's end</th>
 *       <td>missing is not zero: forecast as if it went on</td></tr>
 *     <tr><th scope="row">no sale any more for too long</th>
 *       <td>{@link ForecastBasis#DISCONTINUED}, hardly anything</td></tr>
 *     <tr><th scope="row">{@link io.synkro.predict.series.AttributeNames#DISCONTINUED} is
 *         true</th><td>{@link ForecastBasis#DISCONTINUED}, zero</td></tr>
 *     <tr><th scope="row">one absurd value</th><td>taken for a mistake, forecast without it</td></tr>
 *     <tr><th scope="row">all values huge, up to 1e15</th><td>forecast at its size</td></tr>
 *     <tr><th scope="row">infinite values, or beyond 1e15</th>
 *       <td>refused by {@link io.synkro.predict.series.TimeSeries} with an {@link
 *         io.synkro.predict.InvalidInputException}</td></tr>
 *     <tr><th scope="row">a missing plan of a covariate</th>
 *       <td>forecast, the covariate unknown there</td></tr>
 *     <tr><th scope="row">a value of an attribute that the fit did not know</th>
 *       <td>forecast, the attribute unknown</td></tr>
 *   </tbody>
 * </table>
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
        new Members(horizon, builder.learner, builder.features, builder.training, builder.seed);
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
   * @param sales recorded sales; see {@link SeriesPanel}. What counts as demand says {@link
   *     UnconstrainedDemand}; at each origin of the backtest it is estimated anew from the sales
   *     before it, and forecasts are judged by what was observed. Missing is not zero: a series
   *     that ended before the panel goes on as it was; give zeros, the attribute {@link
   *     io.synkro.predict.series.AttributeNames#DISCONTINUED}, or leave it out, if it is not sold
   *     any more. Covariates known in the future are used as plans only if they are given for the
   *     whole horizon, see {@link SeriesPanel#futureSteps()}; otherwise backtest and forecast alike
   *     see their past alone, so that the backtest promises nothing that the forecast cannot hold.
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
    List<Member> candidates = members.of(demand);
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
    boolean isShort = Backtest.isShort(demand, horizon);
    BlendChoice choice =
        new BlendChoice(
            backtest.errors(),
            which(candidates, Member::isGlobal),
            which(candidates, member -> isShort && member.beginsAtLastSeason()));
    Map<Segment, Blend> blends = choice.blends();
    double[] blended = backtest.blended(blends);
    Calibration calibration = new Calibration(backtest.errors(), blended, origins);
    List<Member.@Nullable Fitted> fitted = fit(candidates, demand, blends);
    List<String> names = candidates.stream().map(Member::name).toList();
    BacktestReport report = report(backtest, choice, names, calibration);
    return new ForecastModel(
        used,
        horizon,
        quantiles,
        new Ensemble(names, fitted, blends),
        calibration.model(),
        ModelCard.of(demand, unconstrained.changes(), horizon, report));
  }

  private static boolean[] which(List<Member> members, Predicate<Member> condition) {
    boolean[] which = new boolean[members.size()];
    for (int m = 0; m < which.length; m++) {
      which[m] = condition.test(members.get(m));
    }
    return which;
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
      Backtest backtest, BlendChoice choice, List<String> names, Calibration calibration) {
    Map<Segment, Blend> blends = choice.blends();
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
    return new BacktestReport(
        accuracies,
        position,
        calibration.origins(),
        backtest.errors().size(),
        calibration.accuracy(quantiles[0], quantiles[quantiles.length - 1]),
        choice.explained(names));
  }

  /** Collects options; {@link #build()} checks them. Not safe for use by many threads. */
  public static final class Builder {
    private int horizon = 28;
    private double[] quantiles = {0.05, 0.5, 0.95};
    private int backtests = 3;
    private int seed = 42;
    private @Nullable Learner learner;
    private @Nullable FeatureSource features;
    private TreeTraining training = TreeTraining.standard();
    private boolean keepAll;
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
      QuantileLevels.require(levels);
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
     * Sets how trees are trained.
     *
     * @param how the training
     * @return this builder
     */
    public Builder training(TreeTraining how) {
      this.training = how;
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
