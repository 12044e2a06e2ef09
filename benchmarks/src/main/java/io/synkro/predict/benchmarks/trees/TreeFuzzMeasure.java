package io.synkro.predict.benchmarks.trees;

import io.synkro.predict.benchmarks.results.Figures;
import io.synkro.predict.engine.reference.ModelFuzz;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Reads many more damaged models than the tests do; one that gets through ends the program. */
public final class TreeFuzzMeasure {
  private static final String COMMAND =
      "java -Xmx512m -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + TreeFuzzMeasure.class.getName();
  private static final int COUNT = 50_000;

  private TreeFuzzMeasure() {}

  /**
   * Measures.
   *
   * @param args a seed; 42 if there is none
   * @throws IOException if the result cannot be written
   */
  public static void main(String[] args) throws IOException {
    long seed = args.length == 0 ? 42 : Long.parseLong(args[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Figures figures = new Figures("tree-fuzz", COMMAND, Clock.systemUTC(), out);
    for (String format : new String[] {"lightgbm", "json", "ubj"}) {
      long start = System.nanoTime();
      int refused = new ModelFuzz(format).run(seed, COUNT);
      double each = (System.nanoTime() - start) / 1e3 / COUNT;
      figures.add(
          "trees-fuzz", format + "_refused", refused, "", "of " + COUNT + " damaged models");
      figures.add("trees-fuzz", format + "_us", each, "", "us per model, read and scored");
    }
    out.println("Written: " + figures.write());
  }
}
