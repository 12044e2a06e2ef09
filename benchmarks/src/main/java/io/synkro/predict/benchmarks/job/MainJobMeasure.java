package io.synkro.predict.benchmarks.job;

import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.examples.SalesToStockPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Runs the main job on its generated sample and measures its time and its heap. */
public final class MainJobMeasure {
  private static final String COMMAND =
      "java -Xmx1500m -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + MainJobMeasure.class.getName();

  private MainJobMeasure() {}

  /**
   * Measures.
   *
   * @param args none
   * @throws IOException if the result cannot be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path report = Path.of("benchmarks", "target", "main-job-report");
    long start = System.nanoTime();
    int exitCode = SalesToStockPlan.run(List.of("--out", report.toString()), out, out);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (exitCode != 0) {
      throw new IllegalStateException("The main job ended with exit code " + exitCode);
    }
    Figures figures = new Figures("main-job", COMMAND, Clock.systemUTC(), out);
    figures.add("generated-365k", "seconds", seconds, "<= 90", "s");
    figures.add("generated-365k", "peak_heap_mb", peakHeapMb(), "<= 1500", "MB");
    out.println("Written: " + figures.write());
  }

  /** Sum of the peaks of all heap pools: never below the true peak. */
  private static double peakHeapMb() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        / 1e6;
  }
}
