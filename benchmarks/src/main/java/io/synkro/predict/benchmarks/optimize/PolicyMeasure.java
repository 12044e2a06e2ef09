package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.benchmarks.results.DataSets;
import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.optimize.simulate.KpiEstimate;
import io.synkro.predict.optimize.simulate.PolicyReport;
import io.synkro.predict.optimize.simulate.StockKpi;
import io.synkro.predict.univariate.DemandClass;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Replays held-out real demand under the policy with safe levels and calibrated targets, beside the
 * same levels without calibration, the textbook formula, and prototypes on the same protocol; and
 * takes the speed of the simulator. The stock index is the sum of the mean stocks of all products,
 * in units.
 */
public final class PolicyMeasure {
  private static final String COMMAND =
      "java -Xmx1500m -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + PolicyMeasure.class.getName();
  private static final String SOURCE = "prototype: larger of NB and blocks, not calibrated";
  private static final int[] TARGETS = {90, 95, 98};
  private static final double MOST_POINTS_OFF = 1;

  /**
   * A set of demand series.
   *
   * @param name after {@code policy-}
   * @param file below the data folder
   * @param protocol how policies are proved on it
   * @param prototype what the prototype has at each target
   */
  private record Scenario(
      String name, String file, PolicyProtocol protocol, List<Reference> prototype) {}

  /**
   * What the prototype reached at a target.
   *
   * @param fill pooled fill rate
   * @param stock sum of the mean stocks, units
   * @param below share of products below the target
   */
  private record Reference(double fill, double stock, double below) {}

  private static final List<Scenario> SCENARIOS =
      List.of(
          new Scenario(
              "m5_280",
              "m5_280/sales.csv.gz",
              PolicyProtocol.DAILY,
              List.of(
                  new Reference(0.9220, 11_050.4, 0.326),
                  new Reference(0.9502, 13_396.4, 0.437),
                  new Reference(0.9691, 15_963.1, 0.495))),
          new Scenario(
              "carparts",
              "carparts/carparts.csv.gz",
              PolicyProtocol.MONTHLY,
              List.of(
                  new Reference(0.9250, 13_024.5, 0.086),
                  new Reference(0.9461, 15_773.3, 0.074),
                  new Reference(0.9636, 19_779.3, 0.050))));

  private final Figures figures;

  private PolicyMeasure(Figures figures) {
    this.figures = figures;
  }

  /**
   * Measures.
   *
   * @param args none
   * @throws IOException if a set cannot be read or the result not be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Figures figures = new Figures("policy", COMMAND, Clock.systemUTC(), out);
    PolicyMeasure measure = new PolicyMeasure(figures);
    for (Scenario scenario : SCENARIOS) {
      Optional<Path> file = DataSets.find(scenario.file);
      if (file.isEmpty()) {
        out.println(scenario.name + " is not on this machine: skipped");
        continue;
      }
      measure.measure(
          scenario, new PolicyProof(scenario.protocol, PolicySeries.complete(file.get())));
    }
    figures.add(
        "simulator",
        "product_days_per_s",
        SimulatorSpeed.productDaysPerSecond(),
        ">= 1000000",
        "1 thread");
    out.println("Written: " + figures.write());
  }

  private void measure(Scenario scenario, PolicyProof proof) {
    String set = "policy-" + scenario.name;
    for (int i = 0; i < TARGETS.length; i++) {
      double target = TARGETS[i] / 100.0;
      String at = "_" + TARGETS[i];
      Reference prototype = scenario.prototype.get(i);
      PolicyReport calibrated = proof.calibrated(target);
      KpiEstimate fill = calibrated.of(StockKpi.FILL_RATE);
      figures.add(set, "fill" + at, fill.value(), prototype.fill, SOURCE, "share of units");
      String bar = "<= " + MOST_POINTS_OFF;
      figures.add(set, "points_off" + at, 100 * Math.abs(fill.value() - target), bar, "points");
      figures.add(set, "fill" + at + "_low", fill.low(), "", "95 % bootstrap interval");
      figures.add(set, "fill" + at + "_high", fill.high(), "", "95 % bootstrap interval");
      double below = calibrated.shareBelow(target).value();
      figures.add(set, "share_below" + at, below, prototype.below, SOURCE, "share of products");
      stock(set, at, calibrated, prototype);
      figures.add(set, "cycle_service" + at, calibrated.of(StockKpi.CYCLE_SERVICE).value(), "", "");
      byClass(set, at, calibrated);
      others(set, at, "plain", proof.plain(target), calibrated);
      others(set, at, "textbook", proof.textbook(target), calibrated);
    }
  }

  /** Only at 95 % the two fill rates are alike, so that stock can be held against stock. */
  private void stock(String set, String at, PolicyReport report, Reference prototype) {
    double stock = report.of(StockKpi.MEAN_STOCK).value();
    String metric = "stock_index" + at;
    if (at.equals("_95")) {
      String bar = String.format(Locale.ROOT, "<= %.1f", prototype.stock);
      figures.add(new Figures.Measured(set, metric, stock, prototype.stock, SOURCE, bar, "units"));
    } else {
      figures.add(set, metric, stock, prototype.stock, SOURCE, "units");
    }
  }

  private void byClass(String set, String at, PolicyReport report) {
    for (DemandClass each : report.classes()) {
      String metric = "fill" + at + "_" + each.name().toLowerCase(Locale.ROOT);
      figures.add(set, metric, report.of(StockKpi.FILL_RATE, each).value(), "", "share of units");
    }
  }

  private void others(
      String set, String at, String name, PolicyReport other, PolicyReport calibrated) {
    String prefix = name + "_";
    double fill = other.of(StockKpi.FILL_RATE).value();
    figures.add(set, prefix + "fill" + at, fill, "", "share of units");
    double stock = other.of(StockKpi.MEAN_STOCK).value();
    figures.add(set, prefix + "stock_index" + at, stock, "", "units");
    KpiEstimate gain = calibrated.moreThan(StockKpi.FILL_RATE, other);
    figures.add(set, prefix + "gain" + at + "_low", gain.low(), "", "calibrated less this");
    figures.add(set, prefix + "gain" + at + "_high", gain.high(), "", "calibrated less this");
  }
}
