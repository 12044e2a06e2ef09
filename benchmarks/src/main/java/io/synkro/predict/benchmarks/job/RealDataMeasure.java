package io.synkro.predict.benchmarks.job;

import io.synkro.predict.benchmarks.results.DataSets;
import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.csv.ReadLimits;
import io.synkro.predict.csv.SalesCsv;
import io.synkro.predict.csv.SalesMapping;
import io.synkro.predict.engine.Engines;
import io.synkro.predict.features.DemandFeatures;
import io.synkro.predict.forecast.BacktestReport;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.series.SeriesPanel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Judges the main job's forecaster on real data by its own rolling backtest of 28 days, beside
 * seasonal naive at the same origins.
 */
public final class RealDataMeasure {
  private static final String COMMAND =
      "java -Xmx1500m -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + RealDataMeasure.class.getName();
  private static final int DAYS = 28;

  private final Figures figures;
  private final PrintStream out;

  private RealDataMeasure(Figures figures, PrintStream out) {
    this.figures = figures;
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param args none
   * @throws IOException if the result cannot be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Figures figures = new Figures("main-job-real-data", COMMAND, Clock.systemUTC(), out);
    RealDataMeasure measure = new RealDataMeasure(figures, out);
    measure.run("m5_280");
    measure.run("orange_juice");
    out.println("Written: " + figures.write());
  }

  private void run(String set) {
    Optional<Path> sales = DataSets.find(set + "/sales.csv.gz");
    if (sales.isEmpty()) {
      out.println(set + " is not on this machine: skipped");
      return;
    }
    Path mapping = Path.of("synkro-predict-examples", "mappings", set + ".json");
    SeriesPanel panel =
        SalesCsv.read(sales.get(), SalesMapping.load(mapping), ReadLimits.strict()).panel();
    long start = System.nanoTime();
    BacktestReport report =
        DemandForecaster.builder()
            .horizon(panel.axis().frequency().stepsCovering(DAYS))
            .learner(Engines.learner("lightgbm"), DemandFeatures.standard())
            .build()
            .fit(panel)
            .backtest();
    String source = "seasonal naive, same origins";
    figures.addBelow(set, "wape", report.best().wape(), report.reference().wape(), source);
    figures.addBelow(set, "rmsse", report.best().rmsse(), report.reference().rmsse(), source);
    figures.add(set, "coverage90", report.intervals().coverage(), "", "share");
    figures.add(set, "fit_s", (System.nanoTime() - start) / 1e9, "", "s");
  }
}
