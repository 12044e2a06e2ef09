package io.synkro.predict.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.examples.sample.SampleData;
import io.synkro.predict.examples.sample.SampleOptions;
import io.synkro.predict.optimize.StockPlan;
import io.synkro.predict.optimize.StockPlanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenLinesTest {
  @Test
  void theReadmeShowsTheseVeryLines() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    int start = readme.indexOf("```java") + "```java".length();
    String shown = readme.substring(start, readme.indexOf("```", start));
    String source =
        Files.readString(
            Path.of("src", "main", "java", "io", "synkro", "predict", "examples", "TenLines.java"));
    assertThat(withoutSpace(source)).contains(withoutSpace(shown.replaceAll("//.*", "")));
  }

  @Test
  void theyPlanWithinTheBudget(@TempDir Path folder) throws IOException {
    LocalDate today = LocalDate.of(2025, 12, 31);
    SampleData.of(
            SampleOptions.defaults()
                .withProducts(6)
                .withWarehouses(2)
                .withDays(300)
                .withLastDay(today))
        .writeTo(folder.resolve("data"));
    StockPlanResult result = TenLines.plan(folder.resolve("data"), today);
    assertThat(result).isInstanceOf(StockPlanResult.Feasible.class);
    StockPlan plan = ((StockPlanResult.Feasible) result).plan();
    assertThat(plan.lines()).hasSize(12);
    assertThat(plan.kpis().orderValue()).isLessThanOrEqualTo(250_000);
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }
}
