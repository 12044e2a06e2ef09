package io.synkro.predict.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyJournalTest {
  private static final SearchSpace SPACE =
      SearchSpace.builder()
          .uniform("x", -1, 1)
          .logUniform("rate", 1e-4, 1)
          .integer("depth", 1, 9)
          .choice("kind", "plain", "größer \uD83D")
          .build();
  private static final int TRIALS = 8;

  private Path file;

  @BeforeEach
  void chooseFile(@TempDir Path folder) {
    file = folder.resolve("study.jsonl");
  }

  /** Completes, prunes and fails, so that every kind of line is in the journal. */
  private static double objective(Trial trial) {
    ParameterValues p = trial.parameters();
    double x = p.real("x");
    if (trial.number() % 7 == 5) {
      throw new InvalidInputException("x", Double.toString(x), "must be \"other\" – \uDC00", "");
    }
    for (int step = 1; step <= 3; step++) {
      trial.report(step, x * x + p.real("rate") + 1.0 / (step * p.whole("depth")));
      if (trial.shouldPrune()) {
        throw new TrialPrunedException(trial);
      }
    }
    return x * x + p.real("rate") / 3 + (p.choice("kind").equals("plain") ? 0 : 0.1);
  }

  private static Study.Builder study() {
    return Study.builder(SPACE)
        .name("tests")
        .randomTrials(4)
        .maxTrials(TRIALS)
        .stopping(new MedianStopping(2, 1))
        .tryFirst(SPACE.values(Map.of("x", 0.5, "rate", 0.1, "depth", 3, "kind", "plain")))
        .clock(() -> Instant.EPOCH);
  }

  private byte[] whole() throws IOException {
    study().build().run(StudyJournalTest::objective, file);
    return Files.readAllBytes(file);
  }

  @Test
  void aJournalChangesNothing() throws IOException {
    StudyResult without = study().build().run(StudyJournalTest::objective);
    assertThat(study().build().run(StudyJournalTest::objective, file)).isEqualTo(without);
    assertThat(without.trials())
        .extracting(trial -> (Object) trial.outcome().getClass())
        .contains(
            TrialOutcome.Complete.class, TrialOutcome.Pruned.class, TrialOutcome.Failed.class);
  }

  @Test
  void aWholeJournalIsReadBackWithoutATrial() throws IOException {
    StudyResult first = study().build().run(StudyJournalTest::objective, file);
    byte[] bytes = Files.readAllBytes(file);
    StudyResult again =
        study()
            .build()
            .run(
                trial -> {
                  throw new AssertionError("no trial is left");
                },
                file);
    assertThat(again).isEqualTo(first);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  /**
   * Whatever is on the disk when the power goes, the journal keeps the lines that are whole, and
   * the study ends as it would have. A small study, since each line waits for the disk.
   */
  @Test
  void endsAsIfItHadNotBeenCutAtEveryByte() throws IOException {
    Study small =
        Study.builder(SearchSpace.builder().uniform("x", 0, 1).build())
            .randomTrials(1)
            .maxTrials(2)
            .clock(() -> Instant.EPOCH)
            .build();
    StudyResult expected = small.run(trial -> trial.parameters().real("x"), file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      long lines = new String(cut, StandardCharsets.ISO_8859_1).lines().count();
      boolean ended = length > 0 && cut[length - 1] == '\n';
      long known = Math.max(0, lines - (ended ? 1 : 2));
      int[] calls = new int[1];
      Files.write(file, cut);
      StudyResult resumed =
          small.run(
              trial -> {
                calls[0]++;
                return trial.parameters().real("x");
              },
              file);
      assertThat(resumed).as("cut at %d", length).isEqualTo(expected);
      assertThat(calls[0]).as("cut at %d", length).isEqualTo((int) (2 - known));
      assertThat(Files.readAllBytes(file)).as("cut at %d", length).isEqualTo(whole);
    }
  }

  @Test
  void endsAsIfItHadNotBeenCutInAnyKindOfLine() throws IOException {
    byte[] whole = whole();
    StudyResult expected = study().build().run(StudyJournalTest::objective, file);
    int end = 0;
    for (String line : Files.readAllLines(file)) {
      for (int cut : new int[] {end, end + 1, end + line.length() / 2, end + line.length()}) {
        Files.write(file, Arrays.copyOf(whole, cut));
        StudyResult resumed = study().build().run(StudyJournalTest::objective, file);
        assertThat(resumed).as("cut at %d", cut).isEqualTo(expected);
        assertThat(Files.readAllBytes(file)).as("cut at %d", cut).isEqualTo(whole);
      }
      end += line.length() + 1;
    }
  }

  @Test
  void goesOnAfterTheObjectiveBroke() throws IOException {
    byte[] whole = whole();
    Files.delete(file);
    for (int k = 0; k < TRIALS; k++) {
      int broken = k;
      assertThatThrownBy(
              () ->
                  study()
                      .build()
                      .run(
                          trial -> {
                            if (trial.number() == broken) {
                              throw new IllegalStateException("broken");
                            }
                            return objective(trial);
                          },
                          file))
          .isInstanceOf(IllegalStateException.class);
    }
    study().build().run(StudyJournalTest::objective, file);
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  void moreTrialsContinueAShorterStudy() throws IOException {
    byte[] whole = whole();
    Files.delete(file);
    study().maxTrials(5).build().run(StudyJournalTest::objective, file);
    study().build().run(StudyJournalTest::objective, file);
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    assertThat(study().maxTrials(2).build().run(StudyJournalTest::objective, file).trials())
        .hasSize(TRIALS);
  }

  @Test
  void theTimeOfEarlierTrialsCounts() throws IOException {
    Instant[] now = {Instant.EPOCH};
    Study.Builder builder = study().clock(() -> now[0]).timeBudget(Duration.ofSeconds(10));
    Objective slow =
        trial -> {
          now[0] = now[0].plusSeconds(3);
          return objective(trial);
        };
    assertThat(builder.build().run(slow, file).trials()).hasSize(4);
    now[0] = now[0].plusSeconds(1000);
    StudyResult more = builder.timeBudget(Duration.ofSeconds(16)).build().run(slow, file);
    assertThat(more.trials()).hasSize(6);
    assertThat(more.duration()).isEqualTo(Duration.ofSeconds(18));
  }

  private void refused(Consumer<Study.Builder> change, int line, String... words) {
    Study.Builder builder = study();
    change.accept(builder);
    assertThatThrownBy(() -> builder.build().run(StudyJournalTest::objective, file))
        .isInstanceOfSatisfying(
            StudyJournalException.class,
            e -> {
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.file()).isEqualTo(file.toString());
              assertThat(e).hasMessageContaining("Maybe ").hasMessageContaining(file.toString());
              assertThat(e).hasMessageContainingAll(words);
            });
  }

  @Test
  void refusesTheJournalOfAnotherStudy() throws IOException {
    byte[] whole = whole();
    refused(b -> b.seed(43), 1, "seed is 42 there and 43 here");
    refused(b -> b.name("other"), 1, "name is \"tests\" there and \"other\" here");
    refused(b -> b.randomTrials(5), 1, "randomTrials");
    refused(Study.Builder::maximise, 1, "minimise");
    refused(b -> b.stopping(new MedianStopping(3, 1)), 1, "startTrials");
    refused(
        b -> b.tryFirst(SPACE.values(Map.of("x", 0, "rate", 0.1, "depth", 3, "kind", "plain"))),
        1,
        "tryFirst");
    Study other =
        Study.builder(SearchSpace.builder().uniform("x", -1, 1).build())
            .name("tests")
            .randomTrials(4)
            .stopping(new MedianStopping(2, 1))
            .build();
    assertThatThrownBy(() -> other.run(trial -> 1, file))
        .isInstanceOf(StudyJournalException.class)
        .hasMessageContaining("tryFirst");
    assertThatThrownBy(
            () -> study().build().under(Map.of("data", "b")).run(StudyJournalTest::objective, file))
        .isInstanceOf(StudyJournalException.class)
        .hasMessageContaining("conditions");
    assertThat(Files.readAllBytes(file)).as("left alone").isEqualTo(whole);
  }

  @Test
  void refusesTheJournalOfOtherConditions() throws IOException {
    Study study = study().maxTrials(1).build();
    Map<String, String> here = Map.of("data", "a", "horizon", "7");
    study.under(here).run(StudyJournalTest::objective, file);
    assertThat(study.under(here).run(StudyJournalTest::objective, file).trials()).hasSize(1);
    for (Map<String, String> other :
        List.of(
            Map.of("data", "b", "horizon", "7"), Map.of("data", "a"), Map.<String, String>of())) {
      assertThatThrownBy(() -> study.under(other).run(StudyJournalTest::objective, file))
          .isInstanceOf(StudyJournalException.class)
          .hasMessageContaining("conditions.");
    }
  }

  @Test
  void refusesFilesThatAreNoJournal() throws IOException {
    for (String text : List.of("notes", "notes\n", "{\"a\":1}\n", "\n", "{}\n{}\n", "{\"g")) {
      Files.writeString(file, text);
      refused(b -> {}, 1, "no journal of a study");
      assertThat(file).hasContent(text);
    }
  }

  /** Every changed byte before the last line is seen, and the file is left alone. */
  @Test
  void refusesDamageAtEveryByte() throws IOException {
    byte[] whole = whole();
    int lastLine =
        new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf('\n', whole.length - 2);
    for (int at = 0; at < lastLine; at += 11) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      assertThatThrownBy(() -> study().build().run(StudyJournalTest::objective, file))
          .as("byte %d", at)
          .isInstanceOf(StudyJournalException.class);
      assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }
  }

  @Test
  void namesTheDamagedLine() throws IOException {
    List<String> lines = lines();
    lines.set(3, lines.get(3).replace("\"trial\":2", "\"trial\":7"));
    Files.write(file, lines);
    refused(b -> {}, 4, "line 4: it is damaged", "cut it off before it");
    lines = Files.readAllLines(file);
    lines.remove(3);
    Files.write(file, lines);
    refused(b -> {}, 4, "trial (3) must be 2");
  }

  private List<String> lines() throws IOException {
    whole();
    return Files.readAllLines(file);
  }

  /** Someone who knows the checksum can write what he likes; it is still checked. */
  @Test
  void refusesLinesThatNoStudyWrote() throws IOException {
    List<String> lines = lines();
    forged(lines, s -> s.replaceFirst("\"x\":[^,]*", "\"x\":7.5"), "x (7.5)");
    forged(lines, s -> s.replaceFirst("\"x\":[^,]*,", ""), "x (null)");
    forged(lines, s -> s.replaceFirst("\"state\":\"complete\"", "\"state\":\"odd\""), "state");
    forged(lines, s -> s.replaceFirst("\"steps\":\\[1", "\"steps\":[3"), "step (2)");
    forged(lines, s -> s.replaceFirst("\"steps\":\\[1,", "\"steps\":["), "reports (3)");
    forged(lines, s -> s.replaceFirst("\"value\":[^,]*", "\"value\":null"), "value (NaN)");
    forged(lines, s -> s.replaceFirst("\"nanos\":0", "\"nano\":0"), "nanos (missing)");
    forged(lines, s -> "[1", "must be JSON");
    forged(lines, s -> "[".repeat(2000), "must be JSON");
  }

  private void forged(List<String> lines, UnaryOperator<String> change, String words)
      throws IOException {
    String line = lines.get(1);
    String changed = change.apply(line.substring(0, line.length() - 21));
    CRC32C crc = new CRC32C();
    crc.update((changed + "}").getBytes(StandardCharsets.US_ASCII));
    List<String> forged = new ArrayList<>(lines);
    forged.set(1, changed + ",\"crc32c\":\"%08x\"}".formatted(crc.getValue()));
    Files.write(file, forged);
    refused(b -> {}, 2, words);
  }

  @Test
  void dropsALastLineWhoseMiddleIsLost() throws IOException {
    byte[] whole = whole();
    byte[] torn = whole.clone();
    Arrays.fill(torn, torn.length - 40, torn.length - 20, (byte) 0);
    Files.write(file, torn);
    study().build().run(StudyJournalTest::objective, file);
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  void refusesAJournalInUse() throws IOException {
    byte[] whole = whole();
    Files.delete(file);
    study()
        .build()
        .run(
            trial -> {
              if (trial.number() == 2) {
                refused(b -> {}, 0, "another study uses it");
              }
              return objective(trial);
            },
            file);
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    study().build().run(StudyJournalTest::objective, file);
  }

  @Test
  void namesAFolderThatDoesNotExist() {
    Path lost = file.resolveSibling("none").resolve("study.jsonl");
    assertThatThrownBy(() -> study().build().run(StudyJournalTest::objective, lost))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("none");
  }
}
