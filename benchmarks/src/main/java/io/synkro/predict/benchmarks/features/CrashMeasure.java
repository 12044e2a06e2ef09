package io.synkro.predict.benchmarks.features;

import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.features.offline.EntityRows;
import io.synkro.predict.features.offline.TrainingSet;
import io.synkro.predict.features.store.FeatureStore;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureSelection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills a process that writes to a feature store, twenty times, and looks for every write that it
 * had acknowledged: in the store that the next process opens, and in a training set.
 */
public final class CrashMeasure {
  private static final String SET = "features-crash";
  private static final int KILLS = 20;
  private static final Clock LATER =
      Clock.fixed(Instant.EPOCH.plus(Duration.ofDays(365)), ZoneOffset.UTC);

  private CrashMeasure() {}

  /**
   * Measures.
   *
   * @param args none
   * @throws IOException if the store or the result cannot be written
   * @throws InterruptedException if the measurement is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Files.createTempDirectory("synkro-crash");
    SplittableRandom random = new SplittableRandom(1);
    int acknowledged = 0;
    int lost = 0;
    double slowest = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged = writeAndKill(folder, acknowledged, random.nextInt(200, 1500));
      long start = System.nanoTime();
      try (FeatureStore store = FeatureStore.in(folder, LATER).open()) {
        slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
        lost += lost(store, acknowledged);
      }
      out.printf("kill %d: %d writes acknowledged, %d lost%n", kill + 1, acknowledged, lost);
    }
    deleteAll(folder);
    String command =
        "java -cp benchmarks/target/synkro-predict-benchmarks.jar " + CrashMeasure.class.getName();
    Figures figures = new Figures(SET, command, Clock.systemUTC(), out);
    figures.add(SET, "lost_writes", lost, "<= 0", "of acknowledged writes, " + KILLS + " kills");
    figures.add(SET, "acknowledged_writes", acknowledged, "", "writes of 10 rows");
    figures.add(SET, "slowest_restart_s", slowest, "<= 2", "s");
    out.println("Written: " + figures.write());
  }

  /** Returns how many writes were acknowledged, those of earlier processes included. */
  private static int writeAndKill(Path folder, int first, int millis)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CrashWriter.class.getName(),
                folder.toString(),
                Integer.toString(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int acknowledged = first;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      Thread killer = new Thread(() -> killAfter(process, millis));
      killer.start();
      for (; line != null && line.endsWith("."); line = lines.readLine()) {
        acknowledged = Integer.parseInt(line.substring(0, line.length() - 1)) + 1;
      }
      killer.join();
    }
    process.waitFor();
    return acknowledged;
  }

  private static void killAfter(Process process, int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.toHandle().destroyForcibly(); // SIGKILL on Unix; the stream of lines stays open
  }

  /** Looks for each acknowledged write as of its own time. */
  private static int lost(FeatureStore store, int acknowledged) throws IOException {
    int rows = acknowledged * CrashWriter.ROWS;
    EntityKey[] keys = new EntityKey[rows];
    long[] times = new long[rows];
    for (int r = 0; r < rows; r++) {
      keys[r] = CrashWriter.key(r);
      times[r] = CrashWriter.time(r / CrashWriter.ROWS);
    }
    TrainingSet found =
        store.training(
            EntityRows.of(Entity.PRODUCT, keys, times),
            List.of(FeatureSelection.of(CrashWriter.VIEW)));
    int lost = 0;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < CrashWriter.FEATURES; c++) {
        lost += found.table().value(r, c) == CrashWriter.value(r, c) ? 0 : 1;
      }
    }
    return lost;
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
