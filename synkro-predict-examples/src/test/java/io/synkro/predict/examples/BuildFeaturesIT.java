package io.synkro.predict.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.examples.sample.SampleData;
import io.synkro.predict.examples.sample.SampleOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFeaturesIT {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path folder;
  private final Path sales;

  BuildFeaturesIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    SampleOptions small = SampleOptions.defaults().withProducts(4).withWarehouses(2).withDays(200);
    SampleData.of(small).writeTo(folder.resolve("sample"));
    this.sales = folder.resolve("sample").resolve(SampleData.SALES);
  }

  private int run(Object... words) {
    out.reset();
    err.reset();
    List<String> texts = Arrays.stream(words).map(Object::toString).toList();
    return BuildFeatures.run(
        texts,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void buildsKeepsTrainsAndServes() throws IOException {
    Path store = folder.resolve("out");
    assertThat(run(sales, "--out", store)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out())
        .contains("8 series")
        .contains("61 days computed and written, 0 were there already, 0 failed")
        .contains("refused: Column 9 is mean_28 (a number, mean(21) of demand")
        .contains("vectors compared with the rows of the table, bit for bit: 0 values differ")
        .contains("2026-01-01T06:00:00Z  {FRESH=")
        .contains("2026-01-02T06:00:00Z  {STALE=")
        .contains("2026-01-04T06:00:00Z  {EXPIRED=");
    byte[] model = Files.readAllBytes(store.resolve("model.trees"));

    assertThat(run(sales, "--out", store)).isZero();
    assertThat(out()).contains("0 days computed and written, 61 were there already, 0 failed");
    assertThat(store.resolve("model.trees")).hasBinaryContent(model);
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(run(folder.resolve("absent.csv"), "--out", folder.resolve("out"))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("absent.csv: there is no such file");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(run(sales, "--days", 3)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Option --days is not known");
    assertThat(run(sales, "--out", sales)).isEqualTo(1);
    assertThat(run("--help")).isZero();
    assertThat(out()).contains("Usage: BuildFeatures");
  }
}
