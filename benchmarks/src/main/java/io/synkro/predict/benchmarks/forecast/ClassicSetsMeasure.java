package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.engine.Engines;
import io.synkro.predict.features.DemandFeatures;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.forecast.ForecastModel;
import io.synkro.predict.forecast.MemberAccuracy;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts the classic sets of short series on their official splits, all with the forecaster as
 * it comes, and prints ours beside the best published figures and beside each method alone.
 */
public final class ClassicSetsMeasure {
  private static final String COMMAND =
      "java -Xmx3g -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + ClassicSetsMeasure.class.getName();

  /** A published figure and what ours must be. */
  private record Goal(double published, String source, String bar) {}

  private static final String TIMESFM = "TimesFM-2, fev repository of chronos-forecasting";
  private static final String MONASH = "Monash archive 2021, table 5";

  private static final Map<String, Goal> MASE =
      Map.of(
          "hospital", new Goal(0.755, TIMESFM, "<= 0.734"),
          "tourism_monthly", new Goal(1.409, MONASH + ", DeepAR", "<= 1.367"),
          "tourism_quarterly", new Goal(1.475, MONASH + ", N-BEATS", "<= 1.419"),
          "m3_monthly", new Goal(0.829, "TimeCopilot, fev repository", "<= 0.820"),
          "m3_quarterly", new Goal(1.117, MONASH + ", Theta", "<= 1.048"),
          "m3_yearly", new Goal(2.774, MONASH + ", Theta", "<= 2.65"),
          "m3_other", new Goal(1.814, MONASH + ", ETS", "<= 1.80"));

  private static final Map<String, Goal> WQL =
      Map.of(
          "hospital", new Goal(0.050, TIMESFM, "<= 0.0483"),
          "tourism_monthly", new Goal(0.075, "TiRex, fev repository", "<= 0.085"),
          "tourism_quarterly", new Goal(0.059, "TiRex, fev repository", "<= 0.066"),
          "m3_monthly", new Goal(0.089, TIMESFM, "<= 0.089"),
          "m3_quarterly", new Goal(0.070, "Theta and TiRex, fev repository", "<= 0.0666"),
          "carparts", new Goal(0.975, "Moirai-L, fev repository", "<= 0.870"));

  private static final List<String> M3 =
      List.of("m3_yearly", "m3_quarterly", "m3_monthly", "m3_other");
  private static final List<String> SETS =
      List.of(
          "m3_yearly",
          "m3_quarterly",
          "m3_monthly",
          "m3_other",
          "hospital",
          "tourism_monthly",
          "tourism_quarterly",
          "carparts",
          "m4_weekly");

  private final Figures figures;
  private final PrintStream out;
  private double m3Smape;
  private int m3Series;
  private double m3Seconds;

  private ClassicSetsMeasure(Figures figures, PrintStream out) {
    this.figures = figures;
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param args names of sets; none for all of them
   * @throws IOException if a set cannot be read or the result not be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Figures figures = new Figures("forecast-classic", COMMAND, Clock.systemUTC(), out);
    ClassicSetsMeasure measure = new ClassicSetsMeasure(figures, out);
    for (String name : args.length > 0 ? Arrays.asList(args) : SETS) {
      Optional<SeriesSet> set = SeriesSets.find(name);
      if (set.isPresent()) {
        measure.run(set.get());
        if (args.length == 0) {
          figures.write(); // what is measured stays, should the rest be interrupted
        }
      } else {
        out.println(name + " is not on this machine: skipped");
      }
    }
    measure.sumUpM3();
    if (args.length == 0) {
      out.println("Written: " + figures.write());
    }
  }

  private void run(SeriesSet set) {
    long start = cpuNanos();
    ForecastModel model =
        DemandForecaster.builder()
            .horizon(set.horizon())
            .quantiles(0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975)
            .learner(Engines.learner("lightgbm"), DemandFeatures.standard())
            .keepAllMethods()
            .build()
            .fit(SetPanel.of(set));
    SetScores scores = SetScores.of(set, model.forecast());
    double seconds = (cpuNanos() - start) / 1e9;
    add(set.name(), "mase", scores.mase(), MASE.get(set.name()));
    add(set.name(), "wql", scores.weightedQuantileLoss(), WQL.get(set.name()));
    if (set.name().equals("m4_weekly")) {
      String best = "best of 248 entries of M4";
      add(set.name(), "smape", scores.smape(), new Goal(6.58, best, "<= 7.2"));
      add(set.name(), "msis", scores.msis(), new Goal(16.2, best, "<= 17"));
    } else {
      figures.add(set.name(), "smape", scores.smape(), "", "%");
    }
    figures.add(set.name(), "coverage90", scores.coverage(), "", "share");
    figures.add(set.name(), "cpu_s", seconds, "", "s of one thread");
    if (M3.contains(set.name())) {
      m3Smape += scores.smape() * set.series().size();
      m3Series += set.series().size();
      m3Seconds += seconds;
    }
    printMembers(set, model);
  }

  /** All work is done by the calling thread, whose time does not know what else the host does. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void add(String set, String metric, double ours, @Nullable Goal goal) {
    if (goal == null) {
      figures.add(set, metric, ours, "", "");
    } else {
      figures.add(
          new Figures.Measured(set, metric, ours, goal.published(), goal.source(), goal.bar(), ""));
    }
  }

  private void printMembers(SeriesSet set, ForecastModel model) {
    out.println("  forecast: " + model.backtest().best().name());
    for (MemberAccuracy member : model.backtest().members()) {
      if (model.methods().contains(member.name())) {
        SetScores alone = SetScores.ofPoints(set, model.forecastOf(member.name()));
        out.printf(
            Locale.ROOT,
            "  %-34s alone: MASE %.4f, sMAPE %.3f (in the backtest MASE %.4f)%n",
            member.name(),
            alone.mase(),
            alone.smape(),
            member.mase());
      }
    }
  }

  private void sumUpM3() {
    if (m3Series == 3003) {
      Goal goal = new Goal(13.01, "Theta, Makridakis & Hibon 2000", "<= 12.6");
      add("m3_all", "smape", m3Smape / m3Series, goal);
      figures.add("m3_all", "cpu_s", m3Seconds, "<= 600", "s of one thread");
    }
  }
}
