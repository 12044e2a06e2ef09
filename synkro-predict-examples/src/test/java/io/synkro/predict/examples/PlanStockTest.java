package io.synkro.predict.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.examples.sample.SampleData;
import io.synkro.predict.examples.sample.SampleOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanStockTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    return PlanStock.run(
        List.of(words),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void printsAProvenPlanAndWhatIfs(@TempDir Path folder) throws IOException {
    SampleData.of(SampleOptions.defaults().withProducts(10).withWarehouses(3).withDays(300))
        .writeTo(folder);
    assertThat(run(folder.toString())).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Stock plan of 2025-12-31", "Proven: no plan is cheaper by more than", "Class A")
        .contains("What if: campaign", "What if: late supplier", "plan kept", "planned anew")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void saysHowItIsUsed() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: PlanStock FOLDER");
  }
}
