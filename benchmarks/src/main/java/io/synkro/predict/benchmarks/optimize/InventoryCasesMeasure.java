package io.synkro.predict.benchmarks.optimize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.synkro.predict.InvalidInputException;
import io.synkro.predict.benchmarks.results.DataSets;
import io.synkro.predict.benchmarks.results.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Proves inventory mathematics: answers published cases (Snyder &amp; Shen, Fundamentals of Supply
 * Chain Theory, 2nd edition, with the digits that stockpyl's tests assert) and counts those where
 * any result is further from the expected one than both tolerances of the file allow. One result is
 * left out, {@code x_range} of finite horizons: the stocks that stockpyl's own program looks at.
 */
public final class InventoryCasesMeasure {
  private static final String COMMAND =
      "java -cp benchmarks/target/synkro-predict-benchmarks.jar "
          + InventoryCasesMeasure.class.getName();
  private static final String SET = "inventory_cases";

  private final Map<String, Function<CaseInputs, CaseAnswer>> functions = new HashMap<>();
  private final PrintStream out;

  private InventoryCasesMeasure(PrintStream out) {
    this.out = out;
    functions.putAll(LossCases.functions());
    functions.putAll(NewsvendorCases.functions());
    functions.putAll(FiniteHorizonCases.functions());
    functions.putAll(SupplyCases.functions());
    functions.putAll(LotSizeCases.functions());
    functions.putAll(PolicyCases.functions());
    functions.putAll(SerialCases.functions());
    functions.putAll(PlacementCases.functions());
  }

  /**
   * Measures.
   *
   * @param args none
   * @throws IOException if the cases cannot be read or the result not be written
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Optional<Path> file = DataSets.find(SET + "/cases.json");
    if (file.isEmpty()) {
      out.println(SET + " is not on this machine: skipped");
      return;
    }
    JsonNode cases = new ObjectMapper().readTree(file.get().toFile()).path("cases");
    int failed = new InventoryCasesMeasure(out).run(cases);
    Figures figures = new Figures("inventory-cases", COMMAND, Clock.systemUTC(), out);
    figures.add(SET, "failed", failed, "<= 0", "cases");
    figures.add(SET, "cases", cases.size(), "", "cases");
    out.println("Written: " + figures.write());
  }

  private int run(JsonNode cases) {
    Map<String, Integer> all = new TreeMap<>();
    Map<String, Integer> passed = new TreeMap<>();
    int failed = 0;
    for (JsonNode json : cases) {
      InventoryCase one = new InventoryCase(json);
      List<String> differences = differences(one);
      differences.forEach(out::println);
      boolean pass = differences.isEmpty();
      failed += pass ? 0 : 1;
      all.merge(one.family(), 1, Integer::sum);
      passed.merge(one.family(), pass ? 1 : 0, Integer::sum);
    }
    all.forEach(
        (family, count) -> out.printf("%-20s %3d of %3d%n", family, passed.get(family), count));
    return failed;
  }

  private List<String> differences(InventoryCase one) {
    Function<CaseInputs, CaseAnswer> function = functions.get(one.function());
    if (function == null) {
      return List.of(one.id() + " asks for " + one.function() + ", which has no answer");
    }
    try {
      return one.differences(function.apply(one.inputs()));
    } catch (InvalidInputException refused) {
      return List.of(one.id() + " is refused: " + refused.getMessage());
    }
  }
}
