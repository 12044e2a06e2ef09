package io.synkro.predict.features.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureSelection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentFileTest {
  private final Path folder;
  private final OfflineStore store;

  SegmentFileTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    store = OfflineStore.open(folder);
  }

  @Test
  void rowsComeBackAsTheyWere() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int rows : new int[] {0, 1, 7, 20_000}) { // the last one is more than a buffer
      FeatureBatch batch = Cases.random(Cases.VIEW, rows, random);
      OfflineStore fresh = OfflineStore.open(folder.resolve("rows" + rows));
      fresh.commit(Cases.VIEW, batch, Cases.lineage(0, rows), "one");
      assertSame(
          fresh.history(Cases.VIEW).all(),
          FeatureHistory.of(FeatureSelection.of(Cases.VIEW), List.of(batch)).all());
    }
  }

  private static void assertSame(FeatureBatch actual, FeatureBatch expected) {
    assertThat(actual.rows()).isEqualTo(expected.rows());
    for (int r = 0; r < expected.rows(); r++) {
      assertThat(actual.key(r)).isEqualTo(expected.key(r));
      assertThat(actual.eventMillis(r)).isEqualTo(expected.eventMillis(r));
      assertThat(actual.knownMillis(r)).isEqualTo(expected.knownMillis(r));
      for (int c = 0; c < expected.values().schema().size(); c++) {
        assertThat(actual.values().value(r, c))
            .isEqualTo(Float.valueOf(expected.values().value(r, c)));
      }
    }
  }

  /** Reads a file with nothing but the text of the format. */
  @Test
  void anotherProgramCanReadTheFormat() throws IOException {
    store.commit(Cases.VIEW, Cases.row(1, 10, 11, 2.5f), Cases.lineage(0, 1), "one");
    byte[] bytes = Files.readAllBytes(segment());
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[8];
    file.get(magic);
    assertThat(magic).isEqualTo(new byte[] {(byte) 0x89, 'S', 'P', 'F', 13, 10, 26, 10});
    assertThat(file.getInt()).isEqualTo(1);
    int header = file.getInt();
    assertThat(header).isEqualTo(36 + 4 * 6);
    int[] sizes = {file.getInt(), file.getInt(), file.getInt(), file.getInt()};
    assertThat(sizes).containsExactly(1, 1, 5, 2);
    int dictionaryChecksum = file.getInt();
    CRC32C crc = new CRC32C();
    crc.update(bytes, header, 2 * 4 + 5);
    assertThat((int) crc.getValue()).isEqualTo(dictionaryChecksum);
    file.position(header);
    assertThat(file.getInt()).isZero();
    assertThat(file.getInt()).isEqualTo(5);
    byte[] key = new byte[5];
    file.get(key);
    assertThat(new String(key, StandardCharsets.UTF_8)).isEqualTo("p1\u001fw1");
    assertThat(new int[] {file.getInt(), file.getInt()}).containsExactly(0, 1);
    assertThat(new long[] {file.getLong(), file.getLong()}).containsExactly(10, 11);
    assertThat(file.getFloat()).isEqualTo(2.5f);
    assertThat(file.getFloat()).isNaN();
    assertThat(file.hasRemaining()).isFalse();
  }

  @Test
  void everyTruncationAndEveryFlippedBitOfASegmentIsFound() throws IOException {
    FeatureBatch batch = Cases.random(Cases.VIEW, 4, new SplittableRandom(2));
    store.commit(Cases.VIEW, batch, Cases.lineage(0, 4), "one");
    damage(segment(), 1, () -> store.history(Cases.VIEW));
    assertThat(store.history(Cases.VIEW).rows()).isEqualTo(4);
  }

  @Test
  void everyDamageOfACommitAndOfADescriptionIsFound() throws IOException {
    store.commit(Cases.VIEW, Cases.row(1, 1, 1, 1), Cases.lineage(0, 1), "one");
    damage(commitFile(), 7, () -> OfflineStore.open(folder).commits(Cases.VIEW));
    damage(version().resolve("view.json"), 7, () -> store.views());
    assertThat(store.views()).containsExactly(Cases.VIEW);
  }

  /** Cuts a file at every byte, and flips every so many bits of it; then puts it back. */
  private static void damage(Path file, int step, ThrowingCallable reading) throws IOException {
    byte[] sound = Files.readAllBytes(file);
    for (int length = 0; length < sound.length; length++) {
      assertCorrupt(file, Arrays.copyOf(sound, length), reading);
    }
    for (int bit = 0; bit < 8 * sound.length; bit += step) {
      byte[] flipped = sound.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertCorrupt(file, flipped, reading);
    }
    assertCorrupt(file, Arrays.copyOf(sound, sound.length + 1), reading);
    Files.write(file, sound);
  }

  private static void assertCorrupt(Path file, byte[] bytes, ThrowingCallable reading)
      throws IOException {
    Files.delete(file); // to overwrite a file is slower
    Files.write(file, bytes);
    Throwable thrown = catchThrowable(reading);
    assertThat(thrown).isInstanceOf(CorruptStoreException.class);
    assertThat(((CorruptStoreException) thrown).file()).isEqualTo(file.toString());
    assertThat(((CorruptStoreException) thrown).problem()).isNotBlank();
  }

  @Test
  void anotherSegmentInItsPlaceIsFound() throws IOException {
    store.commit(Cases.VIEW, Cases.row(1, 1, 1, 1), Cases.lineage(0, 1), "one");
    Path first = segment();
    byte[] sound = Files.readAllBytes(first);
    store.commit(Cases.VIEW, Cases.row(1, 1, 1, 2), Cases.lineage(0, 1), "two");
    for (Path file : list("segments")) {
      Files.write(file, sound);
    }
    assertThatThrownBy(() -> store.history(Cases.VIEW))
        .isInstanceOf(CorruptStoreException.class)
        .hasMessageContaining("is not the segment that commit 2 has written");
  }

  @Test
  void laterFormatsAreTooNew() throws IOException {
    store.commit(Cases.VIEW, Cases.row(1, 1, 1, 1), Cases.lineage(0, 1), "one");
    byte[] bytes = Files.readAllBytes(segment());
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 2);
    CRC32C crc = new CRC32C();
    int header = file.getInt(12);
    crc.update(bytes, 0, header - 4);
    file.putInt(header - 4, (int) crc.getValue());
    Files.write(segment(), bytes);
    assertThatThrownBy(() -> SegmentReader.open(segment()).close())
        .isInstanceOf(StoreTooNewException.class)
        .hasMessageContaining("is too new: it has version 2 of its format");

    Path view = version().resolve("view.json");
    Files.write(view, SealedJson.encode(SealedJson.begin().put("format", 2)));
    assertThatThrownBy(() -> store.views()).isInstanceOf(StoreTooNewException.class);
  }

  private Path segment() throws IOException {
    return list("segments").get(0);
  }

  private Path commitFile() throws IOException {
    return list("commits").get(0);
  }

  private Path version() {
    return folder.resolve("views/demand").resolve(Cases.VIEW.version());
  }

  private List<Path> list(String name) throws IOException {
    try (var files = Files.list(version().resolve(name))) {
      return files.sorted().toList();
    }
  }
}
