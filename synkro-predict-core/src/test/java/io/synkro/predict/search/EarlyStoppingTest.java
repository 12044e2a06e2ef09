package io.synkro.predict.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
  private static final int STEPS = 50;
  private static final SearchSpace SPACE =
      SearchSpace.builder()
          .logUniform("rate", 0.001, 0.5)
          .logInteger("leaves", 4, 512)
          .choice("loss", "l1", "l2")
          .build();

  /** A learning curve that falls to a level, both as the parameters have it, with some noise. */
  private static double train(Trial trial, SplittableRandom noise, int[] work) {
    ParameterValues p = trial.parameters();
    double rate = Math.log(p.real("rate") / 0.05);
    double leaves = Math.log(p.whole("leaves") / 31.0);
    double level =
        1 + 0.15 * rate * rate + 0.1 * leaves * leaves + (p.choice("loss").equals("l1") ? 0 : 0.1);
    double speed = 0.4 + 0.6 / (1 + Math.exp(-rate));
    double value = 0;
    for (int step = 1; step <= STEPS; step++) {
      work[0]++;
      value = level + 2 * Math.pow(step, -speed) + 0.04 * (noise.nextDouble() - 0.5);
      trial.report(step, value);
      if (trial.shouldPrune()) {
        throw new TrialPrunedException(trial);
      }
    }
    return value;
  }

  /** Mean best value and mean work over 20 seeds. */
  private static double[] run(@Nullable MedianStopping rule) {
    int[] work = new int[1];
    double best = 0;
    for (int seed = 0; seed < 20; seed++) {
      Study.Builder builder = Study.builder(SPACE).seed(seed).maxTrials(50);
      if (rule != null) {
        builder.stopping(rule);
      }
      SplittableRandom noise = new SplittableRandom(seed);
      StudyResult result = builder.build().run(trial -> train(trial, noise, work));
      best += result.best().orElseThrow().value().orElseThrow();
    }
    return new double[] {best / 20, work[0] / 20.0};
  }

  @Test
  void savesWorkAndFindsAsGoodValues() {
    double[] full = run(null);
    double[] stopped = run(new MedianStopping(5, 3));
    assertThat(full[1]).isEqualTo(50 * STEPS);
    assertThat(stopped[1]).isLessThan(0.65 * full[1]);
    assertThat(stopped[0]).isCloseTo(full[0], within(0.02 * full[0]));
  }

  private static StoppingRule rule(boolean minimise, double... lastValues) {
    StoppingRule rule = new StoppingRule(new MedianStopping(3, 2), minimise);
    ParameterValues values = SPACE.values(Map.of("rate", 0.1, "leaves", 31, "loss", "l1"));
    for (int i = 0; i < lastValues.length; i++) {
      rule.add(
          new TrialResult(
              i,
              values,
              new TrialOutcome.Complete(lastValues[i]),
              reports(9, lastValues[i]),
              Duration.ZERO));
    }
    return rule;
  }

  /** Steps from 1. */
  private static List<TrialReport> reports(double... values) {
    List<TrialReport> reports = new ArrayList<>();
    for (double value : values) {
      reports.add(new TrialReport(reports.size() + 1, value));
    }
    return reports;
  }

  @Test
  void stopsWhatIsWorseThanTheMedian() {
    StoppingRule odd = rule(true, 1, 2, 5);
    assertThat(odd.hopeless(reports(9, 2.1))).isTrue();
    assertThat(odd.hopeless(reports(9, 2))).isFalse();
    assertThat(odd.hopeless(reports(1.5, 7))).as("its best counts").isFalse();
    assertThat(odd.hopeless(reports(9, 9, 2.1))).as("after the last report of others").isTrue();
    StoppingRule even = rule(true, 1, 2, 4, 5);
    assertThat(even.hopeless(reports(9, 3.1))).isTrue();
    assertThat(even.hopeless(reports(9, 3))).isFalse();
  }

  @Test
  void turnsAroundWhereMoreIsBetter() {
    StoppingRule rule = rule(false, 1, 2, 5);
    assertThat(rule.hopeless(reports(0, 1.9))).isTrue();
    assertThat(rule.hopeless(reports(0, 2))).isFalse();
  }

  @Test
  void waitsForStepsAndTrials() {
    assertThat(rule(true, 1, 2, 5).hopeless(reports(99))).as("step 1").isFalse();
    assertThat(rule(true, 1, 2).hopeless(reports(99, 99))).as("two trials").isFalse();
    assertThat(new StoppingRule(null, true).hopeless(reports(99, 99))).isFalse();
  }

  @Test
  void onlyCompleteTrialsWithReportsAreMeasures() {
    StoppingRule rule = rule(true, 1, 2);
    ParameterValues values = SPACE.values(Map.of("rate", 0.1, "leaves", 31, "loss", "l1"));
    rule.add(new TrialResult(2, values, new TrialOutcome.Pruned(), reports(1, 1), Duration.ZERO));
    rule.add(new TrialResult(3, values, new TrialOutcome.Complete(1), List.of(), Duration.ZERO));
    assertThat(rule.hopeless(reports(99, 99))).isFalse();
  }

  @Test
  void refusesUnusableNumbers() {
    assertThatThrownBy(() -> new MedianStopping(0, 0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new MedianStopping(5, -1)).isInstanceOf(InvalidInputException.class);
  }
}
