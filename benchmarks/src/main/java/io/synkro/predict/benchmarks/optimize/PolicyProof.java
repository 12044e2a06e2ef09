package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.optimize.policy.SafetyFactor;
import io.synkro.predict.optimize.safety.DispersionPrior;
import io.synkro.predict.optimize.safety.SafeLevel;
import io.synkro.predict.optimize.safety.TargetCalibration;
import io.synkro.predict.optimize.simulate.Bootstrap;
import io.synkro.predict.optimize.simulate.DemandReplay;
import io.synkro.predict.optimize.simulate.LevelRule;
import io.synkro.predict.optimize.simulate.PolicyReport;
import io.synkro.predict.optimize.simulate.ReplannedPolicy;
import io.synkro.predict.optimize.simulate.SimulationCase;
import io.synkro.predict.optimize.simulate.SimulationCosts;
import io.synkro.predict.optimize.simulate.StockView;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Replays policies on the end of a set of demand series. Nothing is chosen by what happens in the
 * replayed part; each policy knows a period once it is over.
 */
final class PolicyProof {
  private static final int LEAST_DEMANDS = 2;

  private final PolicyProtocol protocol;
  private final List<double[]> series;
  private final int start;
  private final SafeLevel rule;
  private final List<SimulationCase> cases = new ArrayList<>();

  /**
   * Leaves out series with fewer than two demands before the replay, as the reference does.
   *
   * @param series demand by product and period, all of one length
   */
  PolicyProof(PolicyProtocol protocol, List<double[]> series) {
    this.protocol = protocol;
    this.series = series;
    this.start = series.get(0).length - protocol.tested();
    List<double[]> known = before(start);
    LeadTime leadTime = LeadTime.fixed(protocol.leadTime());
    rule = SafeLevel.of(leadTime, protocol.review()).withPrior(DispersionPrior.of(known));
    for (int i = 0; i < series.size(); i++) {
      if (Arrays.stream(known.get(i)).filter(units -> units > 0).count() >= LEAST_DEMANDS) {
        cases.add(
            new SimulationCase(
                SeriesId.of("product " + i, "shop"),
                protocol.terms(),
                SimulationCosts.NONE,
                DemandReplay.stockedByPolicy(series.get(i), start)));
      }
    }
  }

  /** The rule for safe levels, with a target that the past before each planning calibrates. */
  PolicyReport calibrated(double target) {
    TargetCalibration calibration =
        new TargetCalibration(rule, protocol.terms(), protocol.window());
    double[] targets = new double[protocol.plans()];
    for (int k = 0; k < targets.length; k++) {
      int now = start + k * protocol.replanEvery();
      targets[k] = calibration.calibrate(target, before(now)).target();
    }
    return replay(view -> rule.level(history(view), targets[plan(view)]));
  }

  /** The rule for safe levels with the target as it is. */
  PolicyReport plain(double target) {
    return replay(view -> rule.level(history(view), target));
  }

  /** The textbook formula: normal demand, and one loss over lead time and review. */
  PolicyReport textbook(double target) {
    return replay(
        view -> {
          double[] history = history(view);
          double mean = Arrays.stream(history).sum() / history.length;
          double squares = Arrays.stream(history).map(x -> (x - mean) * (x - mean)).sum();
          int periods = protocol.leadTime() + protocol.review();
          double sd = Math.sqrt(squares / (history.length - 1) * periods);
          double factor = SafetyFactor.forFillRate(target, sd, mean * protocol.review());
          return Math.ceil(mean * periods + factor * sd - 1e-9);
        });
  }

  private PolicyReport replay(LevelRule levels) {
    return new PolicyReport(
        SimulationCase.runAll(
            cases, item -> new ReplannedPolicy(protocol.replanEvery(), levels), 0),
        Bootstrap.STANDARD);
  }

  private double[] history(StockView view) {
    return view.lastDemand(protocol.history());
  }

  private int plan(StockView view) {
    return view.simulatedPeriods() / protocol.replanEvery();
  }

  private List<double[]> before(int period) {
    return series.stream().map(demand -> Arrays.copyOf(demand, period)).toList();
  }
}
