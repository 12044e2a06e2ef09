package io.synkro.predict.examples.job;

import io.synkro.predict.csv.OrdersFile;
import io.synkro.predict.csv.StockFile;
import io.synkro.predict.engine.Engines;
import io.synkro.predict.examples.sample.SampleData;
import io.synkro.predict.examples.sample.SampleOptions;
import io.synkro.predict.features.DemandFeatures;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.forecast.ForecastModel;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.StockOptimizer;
import io.synkro.predict.optimize.StockPlanResult;
import io.synkro.predict.pattern.PatternAnalyzer;
import io.synkro.predict.pattern.PatternReport;
import io.synkro.predict.quality.DataQuality;
import io.synkro.predict.quality.DataQualityReport;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.stockout.StockoutAssessment;
import io.synkro.predict.stockout.StockoutPredictor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From a sales file to a stock plan: reads, judges, forecasts, assesses, plans, writes. */
public final class PlanningJob {
  private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};

  private final Arguments arguments;
  private final Progress progress;
  private final PrintStream out;

  /**
   * Creates a job.
   *
   * @param arguments what to work on
   * @param progress hears of every stage
   * @param out where the summary goes
   */
  public PlanningJob(Arguments arguments, Progress progress, PrintStream out) {
    this.arguments = arguments;
    this.progress = progress;
    this.out = out;
  }

  /**
   * Runs the job.
   *
   * @return the folder that was written
   * @throws IOException if it cannot be written; nothing is left behind then
   */
  public Path run() throws IOException {
    try (OutputFolder folder = new OutputFolder(arguments.output())) {
      arguments.files().forEach(folder::requireOutside);
      JobResult result = stages(folder);
      progress.begin("Write the report");
      ResultFiles.write(result, folder);
      ReportPage.of(result).writeTo(folder.file(OutputFolder.PAGE));
      Path written = folder.publish();
      Summary.print(result, written, progress.seconds(), out);
      return written;
    }
  }

  private JobResult stages(OutputFolder folder) throws IOException {
    JobInput input = read(folder);
    SeriesPanel sales = input.panel();
    LocalDate asOf = input.asOf();
    Frequency frequency = sales.axis().frequency();
    String series = String.format(Locale.ROOT, "%,d %s series", sales.size(), Text.word(frequency));
    progress.begin("Judge the data: " + series);
    DataQualityReport quality = DataQuality.assess(sales);
    // before the forecast, so that a missing engine does not come up after minutes
    progress.begin("Find patterns");
    PatternReport patterns = patterns(sales, input.orders());
    int steps = frequency.stepsCovering(arguments.days());
    progress.begin("Forecast %s of %s".formatted(Text.count(steps, Text.step(frequency)), series));
    ForecastModel model = forecaster(steps).fit(sales);
    PanelForecast forecast = model.forecast();
    List<StockItem> items =
        input.stock().map(StockFile::items).orElseGet(() -> AssumedStock.of(sales, forecast));
    progress.begin("Assess stock-outs and plan " + Text.count(items.size(), "item"));
    StockoutAssessment risks =
        StockoutPredictor.builder()
            .horizonDays(arguments.days())
            .build()
            .assess(forecast, items, asOf);
    StockPlanResult plan = StockOptimizer.builder().build().optimize(forecast, items, asOf);
    return new JobResult(input, quality, model, forecast, items, risks, plan, patterns);
  }

  private JobInput read(OutputFolder folder) throws IOException {
    if (arguments.sales().isPresent()) {
      Path sales = arguments.sales().get();
      String name = Text.fileName(sales);
      progress.begin("Read " + name);
      return JobInput.read(name, sales, arguments.stock(), arguments.orders(), arguments);
    }
    progress.begin("Generate a sample: 100 products, 5 warehouses, 2 years");
    Path data = folder.file(OutputFolder.DATA);
    SampleData.of(SampleOptions.defaults().withSeed(arguments.seed())).writeTo(data);
    progress.begin("Read the sample");
    return JobInput.read(
        "a generated sample (folder data)",
        data.resolve(SampleData.SALES),
        Optional.of(data.resolve(SampleData.STOCK)),
        Optional.of(data.resolve(SampleData.ORDERS)),
        arguments);
  }

  private DemandForecaster forecaster(int steps) {
    return DemandForecaster.builder()
        .horizon(steps)
        .quantiles(QUANTILES)
        .seed(arguments.seed())
        .learner(Engines.learner("lightgbm"), DemandFeatures.standard())
        .progress(progress)
        .build();
  }

  private PatternReport patterns(SeriesPanel sales, Optional<OrdersFile> orders) {
    PatternAnalyzer analyzer =
        arguments.lstm()
            ? PatternAnalyzer.builder().learner(Engines.sequenceLearner("pytorch")).build()
            : PatternAnalyzer.builder().build();
    return orders
        .map(file -> analyzer.analyze(sales, file.lines()))
        .orElseGet(() -> analyzer.analyze(sales));
  }
}
