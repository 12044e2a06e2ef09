package io.synkro.predict.forecast.internal;

import io.synkro.predict.ProgressListener;
import io.synkro.predict.evaluate.Accuracy;
import io.synkro.predict.forecast.BacktestReport;
import io.synkro.predict.forecast.MemberAccuracy;
import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.series.SeriesPanel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fits and judges members at rolling origins, the last of them one horizon before the end. */
public final class Backtest {
  private final SeriesPanel demand;
  private final int horizon;
  private final List<Member> members;
  private final List<Candidate> candidates;
  private final BacktestErrors errors;
  private final DoubleArray[] rmsse;
  private final DoubleArray[] mase;

  /**
   * Creates a backtest.
   *
   * @param demand clean demand
   * @param horizon steps ahead
   * @param members the members; the first is the reference
   */
  public Backtest(SeriesPanel demand, int horizon, List<Member> members) {
    this.demand = demand;
    this.horizon = horizon;
    this.members = members;
    this.candidates = Candidate.of(members);
    this.errors = new BacktestErrors(candidates.size(), horizon);
    this.rmsse = new DoubleArray[candidates.size()];
    this.mase = new DoubleArray[candidates.size()];
    Arrays.setAll(rmsse, c -> new DoubleArray());
    Arrays.setAll(mase, c -> new DoubleArray());
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
    int longest = 0;
    for (int i = 0; i < demand.size(); i++) {
      longest = Math.max(longest, demand.end() - demand.start(i));
    }
    int learning = Math.max(3, Math.min(demand.axis().frequency().seasonLength(), longest / 3));
    return Math.max(0, Math.min(wanted, (longest - learning) / horizon));
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
      int origin = demand.end() - (origins - k) * horizon;
      SeriesPanel past = demand.before(origin, horizon);
      double[][] byMember = new double[members.size()][];
      for (int m = 0; m < byMember.length; m++) {
        byMember[m] = members.get(m).fit(past).forecast(past);
      }
      double[][] byCandidate =
          candidates.stream().map(c -> c.combine(byMember)).toArray(double[][]::new);
      errors.add(k, past, demand, byCandidate);
      judge(past, byCandidate);
    }
    progress.progress("Backtest", origins, origins);
  }

  private void judge(SeriesPanel past, double[][] forecasts) {
    for (int i = 0; i < past.size(); i++) {
      int series = demand.position(past.id(i)).orElseThrow();
      double[] actual = new double[horizon];
      for (int h = 0; h < horizon; h++) {
        int t = past.end() - demand.start(series) + h;
        actual[h] = t < demand.length(series) ? demand.value(series, t) : Double.NaN;
      }
      double[] history = past.values(i);
      int season = past.axis().frequency().seasonLength();
      for (int c = 0; c < forecasts.length; c++) {
        double[] forecast = Arrays.copyOfRange(forecasts[c], i * horizon, (i + 1) * horizon);
        rmsse[c].add(Accuracy.rmsse(history, actual, forecast));
        mase[c].add(Accuracy.mase(history, season, actual, forecast));
      }
    }
  }

  /**
   * Returns what the backtest can choose from.
   *
   * @return the candidates
   */
  public List<Candidate> candidates() {
    return candidates;
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
   * Chooses the candidate with the least squared error, each error divided by the root of its
   * series' level: the scale on which counted demand varies alike.
   *
   * @return number of the candidate; the earliest of equals
   */
  public int best() {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < candidates.size(); c++) {
      double loss = 0;
      for (int k = 0; k < errors.size(); k++) {
        double error = errors.actual(k) - errors.forecast(c, k);
        loss += error * error / errors.level(k);
      }
      if (loss < least) {
        least = loss;
        best = c;
      }
    }
    return best;
  }

  /**
   * Sums up.
   *
   * @param chosen number of the chosen candidate
   * @param origins number of origins that were run
   * @param low level of the lower end of the widest interval
   * @param high level of its upper end
   * @return the report
   */
  public BacktestReport report(int chosen, int origins, double low, double high) {
    List<MemberAccuracy> accuracies = new ArrayList<>();
    double[] actual = new double[errors.size()];
    Arrays.setAll(actual, errors::actual);
    for (int c = 0; c < candidates.size(); c++) {
      int candidate = c;
      double[] forecast = new double[actual.length];
      Arrays.setAll(forecast, k -> errors.forecast(candidate, k));
      accuracies.add(
          new MemberAccuracy(
              candidates.get(c).name(),
              Accuracy.wape(actual, forecast),
              meanOfDefined(rmsse[c]),
              meanOfDefined(mase[c]),
              Accuracy.bias(actual, forecast)));
    }
    double coverage = coverage(chosen, origins, low, high);
    return new BacktestReport(accuracies, chosen, origins, errors.size(), high - low, coverage);
  }

  /** Origins that are the only ones with errors have nothing to be judged by and do not count. */
  private double coverage(int chosen, int origins, double low, double high) {
    double inside = 0;
    int judged = 0;
    for (int o = 0; o < origins; o++) {
      int own = errors.ofOrigin(o);
      if (own == errors.size()) {
        continue;
      }
      judged += own;
      ErrorModel model = ErrorModel.without(errors, chosen, o);
      for (int k = 0; k < errors.size(); k++) {
        if (errors.origin(k) == o) {
          double mean = errors.forecast(chosen, k);
          double actual = errors.actual(k);
          inside +=
              actual >= model.quantile(mean, errors.step(k), low)
                      && actual <= model.quantile(mean, errors.step(k), high)
                  ? 1
                  : 0;
        }
      }
    }
    return inside / judged;
  }

  private static double meanOfDefined(DoubleArray values) {
    return Arrays.stream(values.toArray()).filter(Double::isFinite).average().orElse(Double.NaN);
  }
}
