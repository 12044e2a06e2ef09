package io.synkro.predict.features.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.features.validation.QuarantinedRows.Reason;
import io.synkro.predict.features.validation.ValidationOutcome.Accepted;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Freshness;
import io.synkro.predict.features.view.Lineage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
  private static final Lineage LINEAGE = new Lineage("sales.csv", 10, 20, List.of("v1"));
  private static final Clock CLOCK = Clock.fixed(Rows.NOW, ZoneOffset.UTC);

  private Path folder;
  private Quarantine quarantine;
  private final List<String> written = new ArrayList<>();

  @BeforeEach
  void open(@TempDir Path given) throws IOException {
    folder = given;
    quarantine = Quarantine.open(folder, CLOCK);
  }

  private static Expectations between(double min, double max) {
    return Expectations.builder(Rows.VIEW).range("units", min, max, Action.QUARANTINE).build();
  }

  private void write(FeatureView view, FeatureBatch batch, Lineage lineage) {
    assertThat(view).isEqualTo(Rows.VIEW);
    assertThat(lineage).isEqualTo(LINEAGE);
    written.addAll(Rows.text(batch));
  }

  /** Sets aside -3 and 500 of four rows. */
  private String add() throws IOException {
    FeatureBatch batch = new Rows().add(1, 0).add(-3, 1).add(500, 2).add(4, 0).batch();
    Accepted accepted = (Accepted) between(0, 100).validate(batch, Rows.NOW);
    return quarantine.add(Rows.VIEW, accepted.quarantined(), LINEAGE);
  }

  private Path file(String id) {
    return folder.resolve("entries").resolve(id + ".jsonl");
  }

  private static QuarantinedRows rows(FeatureBatch batch) {
    List<Reason> reasons = List.of(new Reason("a", "It is \"so\"\nand so."), new Reason("b", ""));
    return new QuarantinedRows(batch, Stream.generate(() -> reasons).limit(batch.rows()).toList());
  }

  @Test
  void entriesAreListedWithTheirReasonsAfterARestart() throws IOException {
    String id = add();
    Quarantine again = Quarantine.open(folder, CLOCK);
    assertThat(again.entries(Rows.VIEW))
        .containsExactly(
            new QuarantineEntry(
                id,
                "demand",
                Rows.VIEW.version(),
                2,
                Map.of("range of units", 2),
                LINEAGE,
                Rows.NOW));
    FeatureView other = FeatureView.of("other", Entity.SERIES, Rows.SCHEMA, Freshness.FOREVER);
    assertThat(again.entries(other)).isEmpty();
    assertThat(again.read(id).reasons().get(0).get(0).problem())
        .startsWith("units of P1@B is -3, must be from 0 to 100.");
  }

  @Test
  void peopleCanReadTheFile() throws IOException {
    Rows rows = new Rows();
    EntityKey key = EntityKey.of("Ä-1", "B");
    rows.add(key, Rows.NOW, Rows.NOW.minusMillis(1), Float.POSITIVE_INFINITY, Float.NaN);
    String id = quarantine.add(Rows.VIEW, rows(rows.batch()), LINEAGE);
    assertThat(Files.readAllLines(file(id)))
        .hasSize(2)
        .last()
        .asString()
        .startsWith(
            "{\"key\":[\"Ä-1\",\"B\"],\"eventTime\":\"2026-03-01T00:00:00Z\","
                + "\"knownAt\":\"2026-02-28T23:59:59.999Z\","
                + "\"values\":{\"units\":\"Infinity\",\"type\":null},\"reasons\":[{");
  }

  @Test
  void rowsComeBackBitForBit() throws IOException {
    Random random = new Random(7);
    Rows rows = new Rows();
    float[] special = {-0f, 0f, Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, Float.NaN};
    for (int i = 0; i < 2_000; i++) {
      float value =
          i < special.length ? special[i] : Float.intBitsToFloat(random.nextInt()); // NaNs, too
      Instant event = Instant.ofEpochMilli(i == 0 ? Long.MIN_VALUE : random.nextLong());
      Instant known = Instant.ofEpochMilli(i == 0 ? Long.MAX_VALUE : random.nextLong());
      EntityKey key = EntityKey.of("p\u2028\"\\ü" + i, "\ud83d\ude00");
      rows.add(key, event, known, value, random.nextFloat());
    }
    FeatureBatch batch = rows.batch();
    String id = quarantine.add(Rows.VIEW, rows(batch), LINEAGE);
    QuarantinedRows back = quarantine.read(id);
    assertThat(Rows.text(back.batch())).isEqualTo(Rows.text(batch));
    assertThat(back.reasons()).isEqualTo(rows(batch).reasons());
    assertThat(back.batch().values().schema()).isEqualTo(Rows.SCHEMA);
  }

  @Test
  void aReplayReleasesWhatPassesAndKeepsTheRest() throws IOException {
    String id = add();
    Replay first = quarantine.replay(List.of(id), between(0, 1_000), this::write).get(0);
    assertThat(first.released()).isEqualTo(1);
    assertThat(first.kept()).isEqualTo(1);
    assertThat(written).hasSize(1);
    QuarantineEntry left = quarantine.entries(Rows.VIEW).get(0);
    assertThat(left.id()).isEqualTo(id);
    assertThat(left.rows()).isEqualTo(1);
    assertThat(quarantine.read(id).reasons().get(0).get(0).problem()).contains("from 0 to 1000");

    Replay second = quarantine.replay(List.of(id), between(-5, 1_000), this::write).get(0);
    assertThat(second.kept()).isZero();
    assertThat(written).hasSize(2);
    assertThat(quarantine.entries(Rows.VIEW)).isEmpty();
    assertThatThrownBy(() -> quarantine.read(id)).hasMessageContaining("must be in the quarantine");
  }

  @Test
  void rejectedRowsStayAsTheyAre() throws IOException {
    String id = add();
    byte[] before = Files.readAllBytes(file(id));
    Expectations strict =
        Expectations.builder(Rows.VIEW).atLeast("units", 0, Action.REJECT).build();
    Replay replay = quarantine.replay(List.of(id), strict, this::write).get(0);
    assertThat(replay.released()).isZero();
    assertThat(replay.kept()).isEqualTo(2);
    assertThat(replay.report().failures()).hasSize(1);
    assertThat(written).isEmpty();
    assertThat(Files.readAllBytes(file(id))).isEqualTo(before);
  }

  @Test
  void rowsThatContradictOneAnotherStayTogether() throws IOException {
    Expectations unique = Expectations.builder(Rows.VIEW).unique(Action.QUARANTINE).build();
    EntityKey key = EntityKey.of("A", "B");
    FeatureBatch batch =
        new Rows().add(key, Rows.NOW, Rows.NOW, 1, 1).add(key, Rows.NOW, Rows.NOW, 2, 1).batch();
    Accepted accepted = (Accepted) unique.validate(batch, Rows.NOW);
    String id = quarantine.add(Rows.VIEW, accepted.quarantined(), LINEAGE);
    assertThat(quarantine.replay(List.of(id), unique, this::write).get(0).kept()).isEqualTo(2);
    assertThat(written).isEmpty();
  }

  @Test
  void aSinkThatFailsLosesNothing() throws IOException {
    String id = add();
    byte[] before = Files.readAllBytes(file(id));
    assertThatThrownBy(
            () ->
                quarantine.replay(
                    List.of(id),
                    between(-5, 1_000),
                    (view, batch, lineage) -> {
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(Files.readAllBytes(file(id))).isEqualTo(before);
  }

  /** A process of its own, killed after the sink has taken the rows and before they are removed. */
  @Test
  void aCrashInTheMiddleOfAReplayHandsRowsOverAgain() throws Exception {
    String id = add();
    Path taken = folder.resolve("taken");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CrashingReplay.class.getName(),
                folder.toString(),
                id,
                taken.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(9);
    List<String> before = Files.readAllLines(taken);
    assertThat(before).hasSize(2);

    Quarantine again = Quarantine.open(folder, CLOCK);
    again.replay(List.of(id), between(-5, 1_000), this::write);
    assertThat(written).isEqualTo(before);
    assertThat(again.entries(Rows.VIEW)).isEmpty();
  }

  /** Replays and halts the machine inside the sink, after its rows are written. */
  static final class CrashingReplay {
    private CrashingReplay() {}

    public static void main(String[] args) throws IOException {
      Quarantine.open(Path.of(args[0]), CLOCK)
          .replay(
              List.of(args[1]),
              between(-5, 1_000),
              (view, batch, lineage) -> {
                Files.write(Path.of(args[2]), Rows.text(batch));
                Runtime.getRuntime().halt(9);
              });
    }
  }

  @Test
  void aDiscardedEntryLeavesALine() throws IOException {
    String id = add();
    QuarantineEntry entry = quarantine.entries(Rows.VIEW).get(0);
    quarantine.discard(id, "a test store");
    assertThat(quarantine.entries(Rows.VIEW)).isEmpty();
    assertThat(Quarantine.open(folder, CLOCK).discards())
        .containsExactly(new Discard(entry, "a test store", Rows.NOW));
    assertThatThrownBy(() -> quarantine.discard(id, "again"))
        .hasMessageContaining("must be in the quarantine");
  }

  @Test
  void damageIsFoundAndNamed() throws IOException {
    String id = add();
    List<String> lines = Files.readAllLines(file(id));
    assertDamage(id, List.of(lines.get(0).replace("\"rows\"", "\"row\""), lines.get(1)), 1);
    assertDamage(id, List.of(lines.get(0).replace("\"format\":1", "\"format\":2")), 1);
    assertDamage(id, List.of(lines.get(0).replace("2026-03", "2026-33")), 1);
    assertDamage(id, List.of(), 1);
    assertDamage(id, List.of(lines.get(0), lines.get(1)), 2); // one of two rows
    String cut = lines.get(2).substring(0, 30);
    assertDamage(id, List.of(lines.get(0), lines.get(1), cut), 3);
    String noNumber = lines.get(2).replace("500.0", "\"many\"");
    assertDamage(id, List.of(lines.get(0), lines.get(1), noNumber), 3);
    String noTime = lines.get(2).replace("T23:", "T33:");
    assertDamage(id, List.of(lines.get(0), lines.get(1), noTime), 3);
    String noValue = lines.get(2).replace("\"units\"", "\"unit\"");
    assertDamage(id, List.of(lines.get(0), lines.get(1), noValue), 3);
    String noReason = lines.get(2).replaceAll("\"reasons\":.*", "\"reasons\":[]}");
    assertDamage(id, List.of(lines.get(0), lines.get(1), noReason), 3);
    String otherDigit = lines.get(2).replace("500.0", "501.0"); // only the checksum can tell
    assertDamage(id, List.of(lines.get(0), lines.get(1), otherDigit), 1);
  }

  private void assertDamage(String id, List<String> lines, int line) throws IOException {
    Files.write(file(id), lines);
    assertThatThrownBy(() -> quarantine.read(id))
        .isInstanceOfSatisfying(
            CorruptQuarantineException.class,
            e -> {
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.file()).isEqualTo(file(id).toString());
            })
        .hasMessageContaining("Line %d of %s is corrupt".formatted(line, file(id)));
  }

  @Test
  void anyFlippedByteOfTheRowsIsFound() throws IOException {
    String id = add();
    byte[] good = Files.readAllBytes(file(id));
    int header = Files.readAllLines(file(id)).get(0).length() + 1;
    for (int at = header; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 0x11;
      Files.write(file(id), bad);
      assertThatThrownBy(() -> quarantine.read(id)).isInstanceOf(CorruptQuarantineException.class);
    }
  }

  @Test
  void filesThatWereNeverFinishedAreNoEntries() throws IOException {
    String id = add();
    Files.writeString(Path.of(file(id) + "-0.part"), "{");
    assertThat(quarantine.entries(Rows.VIEW)).hasSize(1);
  }

  @Test
  void refusesWhatIsNoEntry() throws IOException {
    String id = add();
    assertThatThrownBy(() -> quarantine.read("../../secret"))
        .hasMessageContaining("must be an id that this quarantine gave");
    FeatureView other = FeatureView.of("other", Entity.SERIES, Rows.SCHEMA, Freshness.FOREVER);
    Expectations ofOther = Expectations.builder(other).build();
    assertThatThrownBy(() -> quarantine.replay(List.of(id), ofOther, this::write))
        .hasMessageContaining("must be that of entry " + id);
    assertThatThrownBy(
            () ->
                quarantine.add(
                    Rows.VIEW, new QuarantinedRows(new Rows().batch(), List.of()), LINEAGE))
        .hasMessageContaining("quarantined rows (0)");
  }
}
