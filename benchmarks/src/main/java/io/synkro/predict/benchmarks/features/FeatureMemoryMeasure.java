package io.synkro.predict.benchmarks.features;

import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.LiveFeatures;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much heap the table of 10,000 series takes at its peak, and how much a live series does. Run
 * it with the heap that the bars allow: 1.5 times the table, or 2 GB for a million series.
 */
public final class FeatureMemoryMeasure {
  private static final String CLASS = FeatureMemoryMeasure.class.getName();
  private static final String JAR = "-cp benchmarks/target/synkro-predict-benchmarks.jar ";

  private FeatureMemoryMeasure() {}

  /**
   * Measures.
   *
   * @param args {@code table} or {@code entities}
   * @throws IOException if the result cannot be written
   * @throws InterruptedException if the measurement is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length == 1 && args[0].equals("entities")) {
      entities(out);
    } else {
      table(out);
    }
  }

  private static void table(PrintStream out) throws IOException, InterruptedException {
    FeaturePipeline pipeline = RetailFeatures.forty();
    SeriesPanel panel = RetailFeatures.panel(OfflineFeaturesBenchmark.SERIES, 1);
    System.gc();
    AtomicLong peak = new AtomicLong();
    Thread watch = new Thread(() -> watch(peak));
    watch.setDaemon(true);
    watch.start();
    FeatureTable table = pipeline.computeAll(panel);
    watch.interrupt();
    watch.join();
    double output = 4.0 * table.rows() * table.schema().size();
    String command = "java -Xmx1752m " + JAR + CLASS + " table";
    Figures figures = new Figures("features-memory", command, Clock.systemUTC(), out);
    figures.add(
        "features-offline", "peak_over_output", peak.get() / output, "<= 1.5", "heap / output");
    out.println("Written: " + figures.write());
  }

  private static void watch(AtomicLong peak) {
    while (!Thread.currentThread().isInterrupted()) {
      peak.accumulateAndGet(used(), Math::max);
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void entities(PrintStream out) throws IOException {
    int count = 1_000_000;
    SeriesPanel like = RetailFeatures.panel(1, 1);
    LiveFeatures live = LiveFeatures.of(RetailFeatures.sixty(), like, 1);
    System.gc();
    long before = used();
    for (int i = 0; i < count; i++) {
      SeriesId id = SeriesId.of("P" + i / 10, "W" + i % 10);
      live.add(id, Map.of());
      for (int day = 0; day < 3; day++) {
        live.append(id, day, i % 7, 9.99f);
      }
    }
    System.gc();
    double bytes = (double) (used() - before) / live.size();
    String command = "java -Xmx2g " + JAR + CLASS + " entities";
    Figures figures = new Figures("features-entities", command, Clock.systemUTC(), out);
    figures.add(
        "features-online",
        "bytes_per_entity",
        bytes,
        "<= 2147",
        "bytes, 60 features of a daily series, 1,000,000 series at -Xmx2g");
    out.println("Written: " + figures.write());
  }
}
