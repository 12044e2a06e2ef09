package io.synkro.predict.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The estimator finds better values than chance does with the same number of trials. */
class StudySearchTest {
  private static final int SEEDS = 20;
  private static final int TRIALS = 60;

  private static double meanRegret(
      SearchSpace space, Objective objective, double minimum, int randomTrials) {
    double sum = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      StudyResult result =
          Study.builder(space)
              .seed(seed)
              .randomTrials(randomTrials)
              .maxTrials(TRIALS)
              .build()
              .run(objective);
      sum += result.best().orElseThrow().value().orElseThrow() - minimum;
    }
    return sum / SEEDS;
  }

  private static void beatsChance(
      SearchSpace space, Objective objective, double minimum, double share) {
    double learned = meanRegret(space, objective, minimum, 10);
    double chance = meanRegret(space, objective, minimum, TRIALS);
    assertThat(learned).isPositive().isLessThan(share * chance);
  }

  @Test
  void beatsChanceOnBranin() {
    beatsChance(TestFunctions.BRANIN, TestFunctions::branin, TestFunctions.BRANIN_MINIMUM, 0.25);
  }

  @Test
  void beatsChanceOnHartmann() {
    beatsChance(
        TestFunctions.HARTMANN, TestFunctions::hartmann, TestFunctions.HARTMANN_MINIMUM, 0.35);
  }

  @Test
  void beatsChanceOnRosenbrockWithAChoice() {
    beatsChance(TestFunctions.ROSENBROCK, TestFunctions::rosenbrock, 0, 0.75);
  }

  @Test
  void findsTheLargestValueAsWell() {
    Study.Builder builder = Study.builder(TestFunctions.BRANIN).maxTrials(40);
    StudyResult least = builder.build().run(TestFunctions::branin);
    StudyResult most = builder.maximise().build().run(trial -> -TestFunctions.branin(trial));
    assertThat(most.trials())
        .extracting(TrialResult::parameters)
        .isEqualTo(least.trials().stream().map(TrialResult::parameters).toList());
    assertThat(most.best().orElseThrow().number()).isEqualTo(least.best().orElseThrow().number());
  }

  @Test
  void keepsAwayFromParametersThatFail() {
    SearchSpace space = SearchSpace.builder().uniform("x", 0, 1).uniform("y", 0, 1).build();
    StudyResult result =
        Study.builder(space)
            .maxTrials(60)
            .build()
            .run(t -> t.parameters().real("x") > 0.5 ? Double.NaN : t.parameters().real("y"));
    long failedLate =
        result.trials().stream()
            .skip(20)
            .filter(t -> t.outcome() instanceof TrialOutcome.Failed)
            .count();
    assertThat(failedLate).isLessThan(8); // chance: 20
    assertThat(result.best().orElseThrow().value().orElseThrow()).isLessThan(0.02);
  }
}
