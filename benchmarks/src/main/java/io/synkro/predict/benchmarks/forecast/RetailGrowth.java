package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.benchmarks.results.PeakMemory;
import io.synkro.predict.engine.Engines;
import io.synkro.predict.features.DemandFeatures;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.forecast.ForecastModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a forecaster as it comes grows with the number of series: a process of its own for each
 * number, whose heap is what about that many series need.
 */
final class RetailGrowth {
  /** Megabytes of heap by number of series. */
  private static final Map<Integer, Integer> HEAPS =
      new TreeMap<>(Map.of(1_000, 256, 5_000, 400, 10_000, 600, 50_000, 2400));

  private RetailGrowth() {}

  static void measure(Figures figures) throws IOException, InterruptedException {
    for (Map.Entry<Integer, Integer> size : HEAPS.entrySet()) {
      String set = "retail-" + size.getKey();
      String unit = ", -Xmx" + size.getValue() + "m";
      String[] measured = child(size.getKey(), size.getValue()).split(" ", -1);
      figures.add(set, "fit_s", Double.parseDouble(measured[0]), "", "s" + unit);
      figures.add(set, "forecast_s", Double.parseDouble(measured[1]), "", "s" + unit);
      figures.add(set, "peak_gb", Double.parseDouble(measured[2]), "", "GB" + unit);
    }
  }

  private static String child(int series, int megabytes) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                RetailGrowth.class.getName(),
                Integer.toString(series))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The measurement of %d series failed.".formatted(series));
    }
    return text.strip();
  }

  /** Fits and forecasts so many series, and prints seconds, seconds and gigabytes. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    RetailSeries retail = RetailSeries.of(Integer.parseInt(args[0]), 1);
    long start = System.nanoTime();
    ForecastModel model =
        DemandForecaster.builder()
            .learner(Engines.learner("lightgbm"), DemandFeatures.standard())
            .build()
            .fit(retail.sales());
    double fit = RetailSpeedMeasure.seconds(start);
    double forecast = RetailSpeedMeasure.forecastSeconds(model);
    out.println(fit + " " + forecast + " " + PeakMemory.gigabytes());
  }
}
