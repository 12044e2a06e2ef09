package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.evaluate.Accuracy;
import io.synkro.predict.univariate.AutoEts;
import io.synkro.predict.univariate.Ces;
import io.synkro.predict.univariate.Theta;
import io.synkro.predict.univariate.UnivariateMethod;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Forecasts sets of series with one method of their own past at a time, on the official splits,
 * beside the same methods of statsforecast, and takes the CPU time over the monthly series of M3.
 */
public final class UnivariateMeasure {
  private static final String COMMAND =
      "java -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + UnivariateMeasure.class.getName();
  private static final String SPEED_SET = "m3_monthly";
  private static final String SOURCE = "statsforecast 2.1.1, same split";

  private static final List<String> SETS =
      List.of(SPEED_SET, "m3_quarterly", "hospital", "tourism_monthly", "tourism_quarterly");

  /** By set, the MASE that statsforecast has with the same method. */
  private static final Map<String, double[]> STATSFORECAST =
      Map.of(
          Theta.dynamicOptimised().name(),
          new double[] {0.8501, 1.1256, 0.7564, 1.6832, 1.6608},
          Ces.automatic().name(),
          new double[] {0.8670, 1.1398, 0.7884, 1.5111, 1.5656},
          AutoEts.standard().name(),
          new double[] {0.8633, 1.1434, 0.7701, 1.5310, 1.5992});

  private UnivariateMeasure() {}

  /**
   * Measures.
   *
   * @param args none
   * @throws IOException if a set cannot be read or the result not be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Figures figures = new Figures("forecast-univariate", COMMAND, Clock.systemUTC(), out);
    List<UnivariateMethod> methods =
        List.of(Theta.dynamicOptimised(), Ces.automatic(), AutoEts.standard());
    double seconds = 0;
    for (int s = 0; s < SETS.size(); s++) {
      Optional<SeriesSet> set = SeriesSets.find(SETS.get(s));
      if (set.isEmpty()) {
        out.println(SETS.get(s) + " is not on this machine: skipped");
        continue;
      }
      for (UnivariateMethod method : methods) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        double mase = mase(set.get(), method);
        double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        String metric = "mase of " + method.name();
        double reference = Objects.requireNonNull(STATSFORECAST.get(method.name()))[s];
        figures.add(SETS.get(s), metric, mase, reference, SOURCE, "");
        if (SETS.get(s).equals(SPEED_SET)) {
          figures.add("m3_stat", "cpu_s of " + method.name(), cpu, "", "s");
          seconds += cpu;
        }
      }
    }
    figures.add("m3_stat", "cpu_s", seconds, "<= 60", "s");
    out.println("Written: " + figures.write());
  }

  private static double mase(SeriesSet set, UnivariateMethod method) {
    double[] errors = new double[set.series().size()];
    for (int i = 0; i < errors.length; i++) {
      SeriesSet.Series series = set.series().get(i);
      double[] forecast = method.fit(series.train(), set.season()).forecast(set.horizon());
      errors[i] = Accuracy.mase(series.train(), set.season(), series.test(), forecast);
    }
    return Arrays.stream(errors).filter(Double::isFinite).average().orElseThrow();
  }
}
