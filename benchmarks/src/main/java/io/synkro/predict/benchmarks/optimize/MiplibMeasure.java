package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.benchmarks.results.DataSets;
import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.optimize.linear.LinearEngine;
import io.synkro.predict.optimize.linear.LinearEngines;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearMonitor;
import io.synkro.predict.optimize.linear.LinearOptions;
import io.synkro.predict.optimize.linear.LinearResult;
import io.synkro.predict.optimize.linear.LinearSolution;
import io.synkro.predict.optimize.linear.LinearStatus;
import io.synkro.predict.optimize.linear.MpsReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Solves the small lot-sizing and network models of MIPLIB 3 with both exact engines, one thread,
 * and compares with the published optima. Gives every model to every engine, and counts what they
 * refuse.
 */
public final class MiplibMeasure {
  private static final String COMMAND =
      "java -Xmx2g -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + MiplibMeasure.class.getName();
  private static final String SET = "miplib3";
  private static final String SOURCE = "published optimum (MIPLIB 3)";

  /** Published optima have few digits. */
  private static final double SAME = 1e-5;

  private final LinearEngine engine;
  private final Duration limit;
  private final Figures figures;
  private int proven;
  private int atOptimum;
  private int refused;
  private int wrong;
  private double worstOverrun;

  private MiplibMeasure(LinearEngine engine, Duration limit, Figures figures) {
    this.engine = engine;
    this.limit = limit;
    this.figures = figures;
  }

  /**
   * Measures.
   *
   * @param args seconds that a model may take, 60 if there are none
   * @throws IOException if the models cannot be read or the result cannot be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Optional<Path> optima = DataSets.find("lot_sizing/miplib3/optima.csv");
    if (optima.isEmpty()) {
      out.println("This machine has no lot_sizing/miplib3; nothing is measured.");
      return;
    }
    Duration limit = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 60);
    Figures figures = new Figures("miplib", COMMAND, Clock.systemUTC(), out);
    List<String> lines = Files.readAllLines(optima.get());
    for (String id : List.of("ojalgo", "highs")) {
      MiplibMeasure measure = new MiplibMeasure(LinearEngines.engine(id), limit, figures);
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split(",", -1);
        Path file = optima.get().resolveSibling(fields[0] + ".mps.gz");
        out.println(measure.solve(MpsReader.read(file), Double.parseDouble(fields[1])));
      }
      measure.summary(lines.size() - 1);
    }
    out.println("Written: " + figures.write());
  }

  private String solve(LinearModel model, double optimum) {
    LinearOptions options = LinearOptions.builder().timeLimit(limit).build();
    long start = System.nanoTime();
    LinearResult result = engine.solve(model, options, LinearMonitor.none());
    double seconds = (System.nanoTime() - start) / 1e9;
    double objective =
        result.incumbent().map(LinearSolution::objective).orElse(Double.POSITIVE_INFINITY);
    double allowed = SAME * Math.abs(optimum);
    boolean isProven = result.status() == LinearStatus.OPTIMAL_PROVEN;
    boolean isOptimum = Math.abs(objective - optimum) <= allowed;
    proven += isProven ? 1 : 0;
    atOptimum += isOptimum ? 1 : 0;
    refused += result.status() == LinearStatus.REFUSED ? 1 : 0;
    boolean contradicts =
        (isProven && !isOptimum)
            || objective < optimum - allowed
            || result.lowerBound() > optimum + allowed
            || result.status() == LinearStatus.INFEASIBLE_PROVEN
            || result.status() == LinearStatus.UNBOUNDED;
    wrong += contradicts ? 1 : 0;
    worstOverrun = Math.max(worstOverrun, 100 * (seconds / (limit.toMillis() / 1e3) - 1));
    add(model, "status", code(result.status()), "2 proven, 1 feasible, 0 none, -1 refused");
    add(model, "seconds", seconds, "s");
    if (Double.isFinite(objective)) {
      String metric = engine.id() + "_objective";
      figures.add(name(model), metric, objective, optimum, SOURCE, "cost");
    }
    if (Double.isFinite(result.lowerBound())) {
      add(model, "bound", result.lowerBound(), "cost");
    }
    return "%s, optimum %s: %s".formatted(model, optimum, result);
  }

  private static int code(LinearStatus status) {
    return switch (status) {
      case OPTIMAL_PROVEN -> 2;
      case FEASIBLE -> 1;
      case REFUSED -> -1;
      default -> 0;
    };
  }

  private static String name(LinearModel model) {
    return SET + "-" + model.name().toLowerCase(Locale.ROOT);
  }

  private void add(LinearModel model, String metric, double value, String unit) {
    figures.add(name(model), engine.id() + "_" + metric, value, "", unit);
  }

  private void summary(int models) {
    String id = engine.id();
    figures.add(SET, id + "_models", models, "", "models");
    figures.add(SET, id + "_proven", proven, "", "models");
    figures.add(SET, id + "_at_optimum", atOptimum, "", "models");
    figures.add(SET, id + "_refused", refused, "", "models");
    figures.add(SET, id + "_wrong", wrong, "<= 0", "models");
    figures.add(SET, id + "_worst_overrun_pct", worstOverrun, "<= 5", "%");
  }
}
