package io.synkro.predict.benchmarks.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sets themselves may not be here: these have their form. */
class SeriesSetsTest {
  private final String before = System.getProperty("synkro.data", "");

  @AfterEach
  void useTheOldFolder() {
    if (before.isEmpty()) {
      System.clearProperty("synkro.data");
    } else {
      System.setProperty("synkro.data", before);
    }
  }

  @Test
  void readsTheSeriesOfOnePeriod(@TempDir Path folder) throws IOException {
    StringBuilder lines = new StringBuilder("series_id,period,t,timestamp,value,split\n");
    lines.append("A,yearly,1,1975-01-01,940.66,train\nA,yearly,2,1976-01-01,,train\n");
    for (int t = 3; t <= 8; t++) {
      lines.append("A,yearly,%d,1977-01-01,%d,test\n".formatted(t, t));
    }
    lines.append("B,monthly,1,1975-01-01,7,train\n");
    write(folder, "m3/m3.csv.gz", lines.toString());
    SeriesSet set = SeriesSets.find("m3_yearly").orElseThrow();
    assertThat(set.season()).isEqualTo(1);
    assertThat(set.series()).hasSize(1);
    assertThat(set.series().get(0).id()).isEqualTo("A");
    assertThat(set.series().get(0).train()).containsExactly(940.66, Double.NaN);
    assertThat(set.series().get(0).test()).containsExactly(3, 4, 5, 6, 7, 8);
    assertThatThrownBy(() -> SeriesSets.find("m3_monthly"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("B of m3_monthly has 0 steps to forecast, not 18");
  }

  @Test
  void missingDemandOfCarPartsIsZero(@TempDir Path folder) throws IOException {
    StringBuilder lines =
        new StringBuilder("series_id,t,timestamp,value,split\nP,1,1998-01-01,,train\n");
    for (int t = 2; t <= 13; t++) {
      lines.append("P,%d,1998-02-01,0,test\n".formatted(t));
    }
    write(folder, "carparts/carparts.csv.gz", lines.toString());
    assertThat(SeriesSets.find("carparts").orElseThrow().series().get(0).train())
        .containsExactly(0);
  }

  @Test
  void whatIsNotHereIsEmptyAndWhatIsNotKnownRefused(@TempDir Path folder) throws IOException {
    System.setProperty("synkro.data", folder.toString());
    assertThat(SeriesSets.find("hospital")).isEmpty();
    assertThatThrownBy(() -> SeriesSets.find("m5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("m5");
  }

  private static void write(Path folder, String name, String text) throws IOException {
    System.setProperty("synkro.data", folder.toString());
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
