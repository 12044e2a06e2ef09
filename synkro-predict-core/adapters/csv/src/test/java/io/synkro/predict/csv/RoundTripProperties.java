package io.synkro.predict.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.SeriesPanel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** A panel that is written row by row, in any order, comes back as it was. */
class RoundTripProperties {
  private static final LocalDate FIRST = LocalDate.of(2023, 12, 30);

  /** What is written: units, NaN for an empty cell, and a price known for {@code future} steps. */
  private record Written(
      List<Integer> starts, List<double[]> units, List<double[]> prices, int future) {}

  @Property(tries = 60)
  void aPanelWrittenAsCsvIsReadBackEqual(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 6) int series,
      @ForAll @IntRange(min = 3, max = 12) int steps)
      throws IOException {
    Written written = random(new Random(seed), series, steps);
    Path file = Files.createTempFile("panel", ".csv");
    try {
      Files.write(file, lines(written, new Random(seed)));

      SalesFile sales = SalesCsv.read(file, SalesMapping.standard(), ReadLimits.strict());

      check(sales.panel(), written, steps);
      assertThat(sales.report().rowsAccepted()).isEqualTo(sales.report().rowsRead());
    } finally {
      Files.delete(file);
    }
  }

  private static Written random(Random random, int series, int steps) {
    int future = random.nextInt(3);
    List<Integer> starts = new ArrayList<>();
    List<double[]> units = new ArrayList<>();
    List<double[]> prices = new ArrayList<>();
    for (int s = 0; s < series; s++) {
      int start = s == 0 ? 0 : random.nextInt(steps - 1);
      double[] sold = new double[steps - start];
      double[] price = new double[steps - start + future];
      Arrays.setAll(
          sold, t -> random.nextInt(4) == 0 ? Double.NaN : random.nextInt(2001) / 8.0 - 25);
      Arrays.setAll(price, t -> random.nextInt(1000) / 100.0);
      starts.add(start);
      units.add(sold);
      prices.add(price);
    }
    units.get(0)[steps - 1] = 1; // the last step of the history must have units somewhere
    return new Written(starts, units, prices, future);
  }

  private static List<String> lines(Written written, Random random) {
    List<String> lines = new ArrayList<>();
    for (int s = 0; s < written.units().size(); s++) {
      for (int t = 0; t < written.prices().get(s).length; t++) {
        boolean past = t < written.units().get(s).length;
        double units = past ? written.units().get(s)[t] : Double.NaN;
        lines.add(
            "P%d,\"W, %d\",%s,%s,%s"
                .formatted(
                    s,
                    s % 2,
                    FIRST.plusDays(written.starts().get(s) + t),
                    Double.isNaN(units) ? "" : units,
                    written.prices().get(s)[t]));
      }
    }
    Collections.shuffle(lines, random);
    lines.add(0, "product,warehouse,date,units,price");
    return lines;
  }

  private static void check(SeriesPanel panel, Written written, int steps) {
    assertThat(panel.size()).isEqualTo(written.units().size());
    assertThat(panel.futureSteps()).isEqualTo(written.future());
    Covariate price = panel.covariate("price").orElseThrow();
    for (int s = 0; s < panel.size(); s++) {
      assertThat(panel.id(s)).hasToString("P%d@W, %d".formatted(s, s % 2));
      assertThat(panel.series(s).time(0))
          .isEqualTo(FIRST.plusDays(written.starts().get(s)).atStartOfDay());
      assertThat(panel.values(s)).containsExactly(written.units().get(s));
      assertThat(panel.end(s)).isEqualTo(steps);
      for (int t = 0; t < written.prices().get(s).length; t++) {
        assertThat(price.value(s, t)).isEqualTo(written.prices().get(s)[t]);
      }
    }
  }
}
