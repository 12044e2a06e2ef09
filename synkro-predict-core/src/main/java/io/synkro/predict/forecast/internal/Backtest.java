package io.synkro.predict.forecast.internal;

import io.synkro.predict.ProgressListener;
import io.synkro.predict.evaluate.Accuracy;
import io.synkro.predict.forecast.MemberAccuracy;
import io.synkro.predict.series.SeriesPanel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/** Fits members at rolling origins, the last of them a horizon or less before the end. */
public final class Backtest {
  private static final int LEAST_JUDGED = 4;

  private final SeriesPanel demand;
  private final IntFunction<SeriesPanel> past;
  private final int horizon;
  private final List<Member> members;
  private final BacktestErrors errors;

  /**
   * Creates a backtest.
   *
   * @param demand clean demand
   * @param horizon steps ahead
   * @param members the members; the first is the reference
   */
  public Backtest(SeriesPanel demand, int horizon, List<Member> members) {
    this(demand, origin -> demand.before(origin, horizon), horizon, members);
  }

  /**
   * Creates a backtest that learns from other demand than it judges by.
   *
   * @param demand what is judged: clean demand without estimates
   * @param past clean demand as it was estimated before a step, of the same series
   * @param horizon steps ahead
   * @param members the members; the first is the reference
   */
  public Backtest(
      SeriesPanel demand, IntFunction<SeriesPanel> past, int horizon, List<Member> members) {
    this.demand = demand;
    this.past = past;
    this.horizon = horizon;
    this.members = members;
    this.errors = new BacktestErrors(members.size(), horizon);
  }

  /**
   * Returns how many origins the history has room for.
   *
   * @param demand clean demand
   * @param horizon steps ahead
   * @param wanted most origins
   * @return zero if no origin leaves a horizon to judge and something to learn from before it
   */
  public static int possibleOrigins(SeriesPanel demand, int horizon, int wanted) {
    int longest = longest(demand);
    int learning = Math.max(3, Math.min(demand.axis().frequency().seasonLength(), longest / 3));
    int whole = Math.max(0, (longest - learning) / horizon);
    return Math.min(whole, distance(demand, horizon) < horizon ? 1 : wanted);
  }

  /**
   * Steps from one origin to the next: the horizon, or less where a whole horizon would leave less
   * than a season to learn from though the forecast itself will know one. Then fewer steps are
   * judged, since a season that is not known would make the wrong methods look good.
   */
  private static int distance(SeriesPanel demand, int horizon) {
    int season = demand.axis().frequency().seasonLength();
    int beyondSeason = longest(demand) - season - 1;
    boolean shorter = beyondSeason >= LEAST_JUDGED && beyondSeason < horizon;
    return shorter ? beyondSeason : horizon;
  }

  /**
   * Returns whether less than a whole horizon is judged.
   *
   * @param demand clean demand
   * @param horizon steps ahead
   * @return true if the history is longer than a season, but not by a whole horizon
   */
  public static boolean isShort(SeriesPanel demand, int horizon) {
    return distance(demand, horizon) < horizon;
  }

  private static int longest(SeriesPanel demand) {
    int longest = 0;
    for (int i = 0; i < demand.size(); i++) {
      longest = Math.max(longest, demand.end() - demand.start(i));
    }
    return longest;
  }

  /**
   * Runs the backtest.
   *
   * @param origins number of origins
   * @param progress hears of every origin
   */
  public void run(int origins, ProgressListener progress) {
    for (int k = 0; k < origins; k++) {
      progress.progress("Backtest", k, origins);
      runOrigin(k, origins);
    }
    progress.progress("Backtest", origins, origins);
  }

  /**
   * Runs the backtest at one origin.
   *
   * @param number of the origin, from 0 for the oldest
   * @param origins number of origins
   */
  public void runOrigin(int number, int origins) {
    int origin = demand.end() - (origins - number) * distance(demand, horizon);
    SeriesPanel known = past.apply(origin);
    double[][] forecasts = new double[members.size()][];
    for (int m = 0; m < forecasts.length; m++) {
      forecasts[m] = members.get(m).fit(known).forecast(known);
    }
    errors.add(number, known, demand, forecasts);
  }

  /**
   * Returns all errors.
   *
   * @return one entry an observation
   */
  public BacktestErrors errors() {
    return errors;
  }

  /**
   * Returns the forecasts of blends.
   *
   * @param blends one for each kind of demand
   * @return one forecast an observation
   */
  public double[] blended(Map<Segment, Blend> blends) {
    double[] blended = new double[errors.size()];
    double[] all = new double[members.size()];
    for (int k = 0; k < blended.length; k++) {
      errors.copyForecasts(k, all);
      BacktestErrors.Run run = errors.run(k);
      blended[k] = Objects.requireNonNull(blends.get(run.segment())).of(all, run.outliers());
    }
    return blended;
  }

  /**
   * Returns the forecasts of one member.
   *
   * @param member its number
   * @return one forecast an observation
   */
  public double[] ofMember(int member) {
    double[] forecasts = new double[errors.size()];
    Arrays.setAll(forecasts, k -> errors.forecast(member, k));
    return forecasts;
  }

  /**
   * Judges forecasts.
   *
   * @param name who made them
   * @param forecasts one an observation
   * @return their accuracy
   */
  public MemberAccuracy judge(String name, double[] forecasts) {
    double[] actual = new double[forecasts.length];
    Arrays.setAll(actual, errors::actual);
    DoubleStream.Builder rmsse = DoubleStream.builder();
    DoubleStream.Builder mase = DoubleStream.builder();
    int k = 0;
    while (k < forecasts.length) {
      int first = k;
      double absolute = 0;
      double squares = 0;
      for (; k < forecasts.length && errors.runNumber(k) == errors.runNumber(first); k++) {
        double error = actual[k] - forecasts[k];
        absolute += Math.abs(error);
        squares += error * error;
      }
      BacktestErrors.Run run = errors.run(first);
      mase.add(absolute / (k - first) / run.absoluteScale());
      rmsse.add(Math.sqrt(squares / (k - first)) / run.squaredScale());
    }
    return new MemberAccuracy(
        name,
        Accuracy.wape(actual, forecasts),
        meanOfDefined(rmsse.build()),
        meanOfDefined(mase.build()),
        Accuracy.bias(actual, forecasts));
  }

  private static double meanOfDefined(DoubleStream values) {
    return values.filter(Double::isFinite).average().orElse(Double.NaN);
  }
}
