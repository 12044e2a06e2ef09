package io.synkro.predict.benchmarks.optimize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.synkro.predict.benchmarks.results.DataSets;
import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.production.CapacitatedLotSizing;
import io.synkro.predict.optimize.production.LotSizingCheck;
import io.synkro.predict.optimize.production.LotSizingResult;
import io.synkro.predict.optimize.production.LotSizingSolver;
import io.synkro.predict.optimize.production.ProductionItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Plans the capacitated lot-sizing instances F1 to F20 of Trigeiro, Thomas &amp; McClain (1989) on
 * one thread and compares with the bounds that HiGHS has after 40 seconds.
 */
public final class LotSizingMeasure {
  private static final String COMMAND =
      "java -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + LotSizingMeasure.class.getName();
  private static final String SET = "clsp_f";
  private static final String UPPER = "HiGHS, best plan after 40 s";
  private static final String LOWER = "HiGHS, bound after 40 s";

  /** What rounding errors may make of equal costs. */
  private static final double SAME = 1e-9;

  private final Duration limit;
  private final Figures figures;
  private final PrintStream out;
  private int atOrBelow;
  private int within;
  private int proven;
  private int wrong;
  private double slowest;

  private record Reference(double upper, double lower) {}

  private LotSizingMeasure(Duration limit, Figures figures, PrintStream out) {
    this.limit = limit;
    this.figures = figures;
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param args seconds that an instance may take, 10 if there are none
   * @throws IOException if the instances cannot be read or the result cannot be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Optional<Path> file = DataSets.find("lot_sizing/clsp_instances.json.gz");
    if (file.isEmpty()) {
      out.println("This machine has no lot_sizing/clsp_instances.json.gz; nothing is measured.");
      return;
    }
    Duration limit = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 10);
    Figures figures = new Figures("lot-sizing", COMMAND, Clock.systemUTC(), out);
    LotSizingMeasure measure = new LotSizingMeasure(limit, figures, out);
    Map<String, Reference> references =
        references(file.get().resolveSibling("clsp_reference_bounds.csv"));
    JsonNode instances;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file.get()))) {
      instances = new ObjectMapper().readTree(in);
    }
    for (JsonNode instance : instances) {
      String name = instance.get("name").asText();
      Reference reference = references.get(name);
      if (reference == null) {
        throw new IOException("There is no reference for instance " + name + ".");
      }
      measure.solve(name, problem(instance), reference);
    }
    measure.summary();
    out.println("Written: " + figures.write());
  }

  private static Map<String, Reference> references(Path file) throws IOException {
    Map<String, Reference> references = new HashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      double upper = Double.parseDouble(fields[1]);
      references.put(fields[0], new Reference(upper, Double.parseDouble(fields[2])));
    }
    return references;
  }

  private static CapacitatedLotSizing problem(JsonNode instance) {
    CapacitatedLotSizing.Builder builder =
        CapacitatedLotSizing.builder()
            .constantCapacity(instance.get("periods").asInt(), instance.get("capacity").asDouble());
    for (int i = 0; i < instance.get("items").asInt(); i++) {
      double[] demand = new double[instance.get("periods").asInt()];
      for (int t = 0; t < demand.length; t++) {
        demand[t] = instance.get("demand").get(i).get(t).asDouble();
      }
      builder.item(
          ProductionItem.builder("item" + (i + 1))
              .demand(demand)
              .setup(number(instance, "setup_cost", i), number(instance, "setup_time", i))
              .holdingCost(number(instance, "holding_cost", i))
              .unitCapacity(number(instance, "unit_capacity", i))
              .build());
    }
    return builder.build();
  }

  private static double number(JsonNode instance, String field, int item) {
    return instance.get(field).get(item).asDouble();
  }

  private void solve(String name, CapacitatedLotSizing problem, Reference reference) {
    SolveOptions options = SolveOptions.builder().targetGap(0).timeLimit(limit).build();
    long start = System.nanoTime();
    LotSizingResult result = new LotSizingSolver().solve(problem, options, SolveMonitor.none());
    double seconds = (System.nanoTime() - start) / 1e9;
    slowest = Math.max(slowest, seconds);
    double cost = result.check().map(LotSizingCheck::total).orElse(Double.POSITIVE_INFINITY);
    boolean isProven = result.status() == PlanStatus.WITHIN_TARGET_GAP;
    atOrBelow += cost <= reference.upper * (1 + SAME) ? 1 : 0;
    within += cost <= reference.upper * 1.01 ? 1 : 0;
    proven += isProven ? 1 : 0;
    boolean contradicts =
        cost < reference.lower * (1 - SAME) || result.lowerBound() > reference.upper * (1 + SAME);
    wrong += contradicts || result.lowerBound() > cost ? 1 : 0;
    String set = SET + "-" + name.toLowerCase(Locale.ROOT);
    if (Double.isFinite(cost)) {
      figures.add(set, "objective", cost, reference.upper, UPPER, "cost");
    }
    figures.add(set, "bound", result.lowerBound(), reference.lower, LOWER, "cost");
    figures.add(set, "seconds", seconds, "", "s");
    out.printf(
        Locale.ROOT,
        "%s: %s, cost %.2f, bound %.2f, gap %.3f %%, %d parts, %.2f s; reference %.2f, %.2f%n",
        name,
        result.status(),
        cost,
        result.lowerBound(),
        100 * result.gap(),
        result.parts(),
        seconds,
        reference.upper,
        reference.lower);
  }

  private void summary() {
    figures.add(SET, "at_or_below_reference", atOrBelow, ">= 15", "instances");
    figures.add(SET, "within_1pct", within, ">= 20", "instances");
    figures.add(SET, "proven", proven, "", "instances");
    figures.add(SET, "wrong", wrong, "<= 0", "instances");
    figures.add(SET, "seconds_max", slowest, "<= 20", "s");
  }
}
