package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.engine.Engines;
import io.synkro.predict.features.DemandFeatures;
import io.synkro.predict.forecast.DemandForecaster;
import io.synkro.predict.forecast.ForecastModel;
import io.synkro.predict.series.SeriesPanel;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

public final class RetailSpeedMeasure {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int series = Integer.parseInt(args[0]);
    long start = System.nanoTime();
    RetailSeries retail = RetailSeries.of(series, 1);
    out.println("generate " + (System.nanoTime() - start) / 1e9);
    start = System.nanoTime();
    double zeros = 0, sum = 0;
    for (double[] a : retail.actual()) for (double v : a) { zeros += v == 0 ? 1 : 0; sum += v; }
    out.println("zero share " + zeros / series / 28 + " mean " + sum / series / 28);
    long[] last = {start};
    ForecastModel model =
        DemandForecaster.builder()
            .learner(Engines.learner("lightgbm"), DemandFeatures.standard())
            .progress((s, d, t) -> { long now = System.nanoTime(); out.println((now - last[0]) / 1e9 + " before " + s); last[0] = now; })
            .build()
            .fit(retail.sales());
    out.println("fit " + (System.nanoTime() - start) / 1e9);
    out.println(model.backtest());
    for (int k = 0; k < 4; k++) {
      start = System.nanoTime();
      var f = model.forecast();
      out.println("forecast " + (System.nanoTime() - start) / 1e9);
      if (k == 0) {
        double e = 0, n = 0;
        for (int i = 0; i < series; i++) for (int h = 0; h < 28; h++) {
          e += Math.abs(f.forecasts().get(i).mean(h) - retail.actual()[i][h]);
          n += Math.abs(retail.sales().value(i, 730 - 7 + h % 7) - retail.actual()[i][h]);
          if (h == 0 && i > 200) break;
        }
        out.println("WAPE ratio " + e / n + " " + e / sum);
      }
    }
    int calls = 6000;
    double[] us = new double[calls];
    for (int k = 0; k < calls; k++) {
      int i = (int) (k * 7919L % series);
      start = System.nanoTime();
      SeriesPanel one = retail.sales().select(i);
      model.forecast(one);
      us[k] = (System.nanoTime() - start) / 1e3;
    }
    double[] s = Arrays.copyOfRange(us, 1000, calls);
    Arrays.sort(s);
    out.println("single p50 " + s[s.length / 2] + " p99 " + s[s.length * 99 / 100] + " max " + s[s.length - 1]);
    out.println(java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmHWM")).toList());
  }
}
