package io.synkro.predict.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyTest {
  private static final SearchSpace SPACE =
      SearchSpace.builder().uniform("x", -1, 1).choice("kind", "a", "b").build();

  private static double square(Trial trial) {
    double x = trial.parameters().real("x");
    return x * x + (trial.parameters().choice("kind").equals("a") ? 0 : 1);
  }

  private static Study.Builder study() {
    return Study.builder(SPACE).maxTrials(20).clock(() -> Instant.EPOCH);
  }

  @Test
  void equalSeedsGiveEqualTrials() {
    StudyResult first = study().seed(7).build().run(StudyTest::square);
    assertThat(study().seed(7).build().run(StudyTest::square)).isEqualTo(first);
    assertThat(study().seed(8).build().run(StudyTest::square).trials())
        .isNotEqualTo(first.trials());
    assertThat(first.trials()).hasSize(20);
    assertThat(first.end()).isEqualTo(StudyEnd.TRIALS);
  }

  @Test
  void theFirstTrialsAreThoseGivenByHand() {
    ParameterValues today = SPACE.values(Map.of("x", 0.0, "kind", "a"));
    StudyResult result = study().tryFirst(today).build().run(StudyTest::square);
    assertThat(result.trials().get(0).parameters()).isEqualTo(today);
    assertThat(result.best().orElseThrow().number()).isZero();
  }

  @Test
  void failuresAreKeptWithTheirReason() {
    StudyResult result =
        study()
            .maxTrials(4)
            .build()
            .run(
                trial -> {
                  if (trial.number() == 0) {
                    throw new InvalidInputException("rows", "0", "must be more", "");
                  }
                  if (trial.number() == 1) {
                    trial.report(3, Double.POSITIVE_INFINITY);
                  }
                  return trial.number() == 2 ? Double.NaN : 5;
                });
    assertThat(result.trials())
        .extracting(TrialResult::outcome)
        .containsExactly(
            new TrialOutcome.Failed("rows (0) must be more."),
            new TrialOutcome.Failed("value (Infinity) must be finite. Maybe fail the trial."),
            new TrialOutcome.Failed("value (NaN) must be finite."),
            new TrialOutcome.Complete(5));
    assertThat(result.best().orElseThrow().number()).isEqualTo(3);
  }

  @Test
  void aStudyOfFailuresHasNoBest() {
    StudyResult result = study().build().run(trial -> Double.NaN);
    assertThat(result.best()).isEmpty();
    assertThat(result.trials()).hasSize(20);
    assertThat(result.text())
        .contains("No trial is complete")
        .contains("  20 times: value (NaN) must be finite.");
  }

  @Test
  void mistakesOfTheObjectiveEndTheStudy() {
    IllegalStateException mistake = new IllegalStateException("mistake");
    assertThatThrownBy(
            () ->
                study()
                    .build()
                    .run(
                        trial -> {
                          throw mistake;
                        }))
        .isSameAs(mistake);
    StackOverflowError error = new StackOverflowError();
    assertThatThrownBy(
            () ->
                study()
                    .build()
                    .run(
                        trial -> {
                          throw error;
                        }))
        .isSameAs(error);
  }

  @Test
  void reportsMustRise() {
    StudyResult result =
        study()
            .maxTrials(1)
            .build()
            .run(
                trial -> {
                  trial.report(4, 1);
                  assertThatThrownBy(() -> trial.report(4, 1))
                      .isInstanceOf(InvalidInputException.class)
                      .hasMessageContaining("must be above the step before, 4");
                  assertThatThrownBy(() -> trial.report(5, Double.NaN))
                      .isInstanceOf(InvalidInputException.class);
                  trial.report(6, 2);
                  assertThat(trial.shouldPrune()).isFalse();
                  return 2;
                });
    assertThat(result.trials().get(0).reports())
        .containsExactly(new TrialReport(4, 1), new TrialReport(6, 2));
  }

  @Test
  void aSmallSpaceIsTriedOnceAndNoMore() {
    SearchSpace small = SearchSpace.builder().integer("n", 0, 4).choice("c", "a", "b").build();
    StudyResult result =
        Study.builder(small).build().run(trial -> Math.abs(trial.parameters().whole("n") - 3));
    assertThat(result.end()).isEqualTo(StudyEnd.SPACE);
    assertThat(result.trials()).hasSize(10);
    assertThat(result.trials()).extracting(TrialResult::parameters).doesNotHaveDuplicates();
    assertThat(result.best().orElseThrow().parameters().whole("n")).isEqualTo(3);
  }

  @Test
  void noTrialBeginsAfterTheTimeBudget() {
    Instant[] now = {Instant.EPOCH};
    StudyResult result =
        study()
            .clock(() -> now[0])
            .timeBudget(Duration.ofSeconds(10))
            .build()
            .run(
                trial -> {
                  now[0] = now[0].plusSeconds(4);
                  return square(trial);
                });
    assertThat(result.end()).isEqualTo(StudyEnd.TIME);
    assertThat(result.trials()).hasSize(3);
    assertThat(result.duration()).isEqualTo(Duration.ofSeconds(12));
    assertThat(result.trials().get(0).duration()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void aTrialGivenUpForTimeIsForgotten() {
    Instant[] now = {Instant.EPOCH};
    StudyResult result =
        study()
            .clock(() -> now[0])
            .timeBudget(Duration.ofSeconds(10))
            .build()
            .run(
                trial -> {
                  for (int step = 0; step < 4; step++) {
                    now[0] = now[0].plusSeconds(1);
                    trial.report(step, 1);
                    if (trial.shouldPrune()) {
                      throw new TrialPrunedException(trial);
                    }
                  }
                  return square(trial);
                });
    assertThat(result.end()).isEqualTo(StudyEnd.TIME);
    assertThat(result.trials()).hasSize(2);
    assertThat(result.duration()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aClockThatIsSetBackDoesNoHarm() {
    Instant[] now = {Instant.EPOCH};
    StudyResult result =
        study()
            .clock(() -> now[0])
            .timeBudget(Duration.ofSeconds(10))
            .build()
            .run(
                trial -> {
                  now[0] = now[0].minusSeconds(100);
                  return square(trial);
                });
    assertThat(result.trials()).hasSize(20);
    assertThat(result.duration()).isZero();
  }

  @Test
  void progressIsHeardBeforeEachTrialAndAtTheEnd() {
    List<String> heard = new ArrayList<>();
    study()
        .maxTrials(2)
        .progress((stage, done, total) -> heard.add(stage + " " + done + "/" + total))
        .build()
        .run(trial -> 3 - trial.number());
    assertThat(heard)
        .containsExactly(
            "Search 0/2", "Search, best so far 3.00000 1/2", "Search, best so far 2.00000 2/2");
  }

  @Test
  void theReportReads() {
    StudyResult result =
        study()
            .name("demand")
            .maxTrials(4)
            .tryFirst(SPACE.values(Map.of("x", 0.5, "kind", "b")))
            .build()
            .run(
                trial -> {
                  if (trial.number() == 2) {
                    throw new TrialPrunedException(trial);
                  }
                  return trial.number() == 3 ? Double.NaN : 2 + trial.number();
                });
    assertThat(result.text())
        .startsWith(
            """
            Study demand: 4 trials in 0.000 s (2 complete, 1 pruned, 1 failed), ended by the number of trials
            Best: trial 0, 2.00000 (less is better), in 0.000 s
              x    0.500000
              kind b
            Best so far
              trial 0: 2.00000
            Next best
              trial 1: 3.00000, x\s""")
        .endsWith("Failed\n  1 times: value (NaN) must be finite.\n");
  }

  @Test
  void refusesUnusableOptions() {
    Study.Builder builder = study();
    ParameterValues values = SPACE.values(Map.of("x", 0.5, "kind", "b"));
    ParameterValues foreign =
        SearchSpace.builder().uniform("x", 0, 1).build().values(Map.of("x", 0.5));
    List<Runnable> refused =
        List.of(
            () -> builder.name(" "),
            () -> builder.randomTrials(0),
            () -> builder.maxTrials(0),
            () -> builder.timeBudget(Duration.ZERO),
            () -> builder.timeBudget(Duration.ofSeconds(-1)),
            () -> builder.tryFirst(foreign),
            () -> builder.tryFirst(values).tryFirst(values));
    for (Runnable option : refused) {
      assertThatThrownBy(option::run).isInstanceOf(InvalidInputException.class);
    }
  }
}
