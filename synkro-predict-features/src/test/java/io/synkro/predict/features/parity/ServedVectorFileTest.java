package io.synkro.predict.features.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.VectorReader;
import io.synkro.predict.series.SeriesId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedVectorFileTest {
  private static final FeaturePipeline PIPELINE = ParityCheckTest.pipeline(7);

  private final Path folder;

  ServedVectorFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static ServedVector vector(FeaturePipeline pipeline, int n) {
    float[] values = new float[pipeline.features().size()];
    Arrays.fill(values, n);
    values[1] = Float.NaN;
    return new ServedVector(
        pipeline.definition(), SeriesId.of("P" + n, "W"), new VectorReader.Ask(n, 1 + n), values);
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void vectorsComeBackFromAllVersions() throws IOException {
    List<ServedVector> expected = new ArrayList<>();
    for (FeaturePipeline each : List.of(PIPELINE, ParityCheckTest.pipeline(8))) {
      for (int part = 0; part < 2; part++) { // opened twice each
        try (ServedVectorFile file = ServedVectorFile.open(folder, each, 1 << 20)) {
          for (int n = 0; n < 5; n++) {
            expected.add(vector(each, 5 * part + n));
            file.accept(vector(each, 5 * part + n));
          }
          assertThat(file.dropped()).isZero();
        }
      }
    }
    assertThat(ServedVectorFile.read(folder)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theSizeIsBounded() throws IOException {
    try (ServedVectorFile file = ServedVectorFile.open(folder, PIPELINE, 2_000)) {
      for (int n = 0; n < 100; n++) {
        file.accept(vector(PIPELINE, n));
      }
      int kept = ServedVectorFile.read(folder).size();
      assertThat(kept).isBetween(1, 99);
      assertThat(file.dropped()).isEqualTo(100 - kept);
      assertThat(Files.size(file())).isLessThanOrEqualTo(2_000);
    }
  }

  /** Wherever the end of a process cuts the file off, or whatever byte of the last vector turns. */
  @Test
  void whatIsNotWholeIsLeftOut() throws IOException {
    try (ServedVectorFile file = ServedVectorFile.open(folder, PIPELINE, 1 << 20)) {
      file.accept(vector(PIPELINE, 0));
      file.accept(vector(PIPELINE, 1));
    }
    byte[] whole = Files.readAllBytes(file());
    int record = VectorRecords.record(vector(PIPELINE, 1)).remaining();
    for (int cut = 1; cut <= record; cut++) {
      Files.write(file(), Arrays.copyOf(whole, whole.length - cut));
      assertThat(ServedVectorFile.read(folder)).containsExactly(vector(PIPELINE, 0));
    }
    for (int turned = 1; turned <= record; turned++) {
      byte[] damaged = whole.clone();
      damaged[whole.length - turned] ^= 1;
      Files.write(file(), damaged);
      assertThat(ServedVectorFile.read(folder)).containsExactly(vector(PIPELINE, 0));
    }
    try (ServedVectorFile file = ServedVectorFile.open(folder, PIPELINE, 1 << 20)) {
      file.accept(vector(PIPELINE, 2));
    }
    assertThat(ServedVectorFile.read(folder))
        .containsExactly(vector(PIPELINE, 0), vector(PIPELINE, 2));
  }

  @Test
  void aFileIsOpenOnce() throws IOException {
    try (ServedVectorFile file = ServedVectorFile.open(folder, PIPELINE, 1 << 20)) {
      assertThatThrownBy(() -> ServedVectorFile.open(folder, PIPELINE, 1 << 20))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("open already");
      assertThat(file.dropped()).isZero();
    }
  }

  @Test
  void aSeriesIsLoggedAlwaysOrNever() {
    int included = 0;
    for (int i = 0; i < 20_000; i++) {
      SeriesId id = SeriesId.of("P" + i / 100, "W" + i % 100);
      boolean twoPercent = new SeriesSampling(200).includes(id);
      included += twoPercent ? 1 : 0;
      assertThat(new SeriesSampling(200).includes(SeriesId.of("P" + i / 100, "W" + i % 100)))
          .isEqualTo(twoPercent);
      assertThat(!twoPercent || new SeriesSampling(300).includes(id)).isTrue();
      assertThat(SeriesSampling.all().includes(id)).isTrue();
      assertThat(new SeriesSampling(0).includes(id)).isFalse();
    }
    assertThat(included).isBetween(320, 480); // 400 expected, 4 standard deviations of 20
    // pinned: these series must stay in or out in later versions, too
    assertThat(new SeriesSampling(5_000).includes(SeriesId.of("A", "1"))).isEqualTo(true);
  }
}
