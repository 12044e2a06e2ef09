package io.synkro.predict.examples.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong(7_000_000_000L);
  private final Progress progress =
      new Progress(new PrintStream(bytes, false, StandardCharsets.UTF_8), nanos::get);

  @Test
  void timeCountsFromTheStartAndIsSeenAtOnce() {
    progress.begin("Read");
    assertThat(lines()).containsExactly("[  0.0 s] Read");

    nanos.addAndGet(83_450_000_000L);
    progress.begin("Forecast");
    assertThat(progress.seconds()).isEqualTo(83.45);
    assertThat(lines()).hasSize(2).last().asString().matches("\\[ 83\\.[45] s] Forecast");
  }

  @Test
  void partsAreNumberedFromOneAndTheEndIsSilent() {
    progress.progress("Backtest", 0, 2);
    progress.progress("Backtest", 1, 2);
    progress.progress("Backtest", 2, 2);
    progress.progress("Fit", 0, 1);
    progress.progress("Fit", 1, 1);

    assertThat(lines())
        .containsExactly(
            "[  0.0 s]   Backtest 1 of 2", "[  0.0 s]   Backtest 2 of 2", "[  0.0 s]   Fit");
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
