package io.synkro.predict.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileTotalsTest {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+[.][0-9]");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    return ReconcileTotals.run(
        List.of(words),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void reconciledTotalsAreTheSumsOfTheirSeries(@TempDir Path folder) {
    assertThat(run(folder.resolve("sample").toString())).as("%s", err).isZero();
    List<String> rows =
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("(all)"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(6);
    int apart = 0;
    for (String row : rows) {
      List<String> cells = NUMBER.matcher(row).results().map(MatchResult::group).toList();
      assertThat(cells.get(2)).as(row).isEqualTo(cells.get(3));
      apart += cells.get(0).equals(cells.get(1)) ? 0 : 1;
    }
    assertThat(apart)
        .as("totals whose own forecast differed from that of their series")
        .isPositive();
  }

  @Test
  void saysHowItIsUsed() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage: ReconcileTotals");
  }
}
