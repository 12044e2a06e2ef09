package io.synkro.predict.optimize.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import org.junit.jupiter.api.Test;

class LinearCheckTest {
  private static LinearCheck check(LinearModel model, double... point) {
    return LinearCheck.of(model, point, LinearTolerances.STANDARD);
  }

  @Test
  void acceptsTheOptimumAndComputesItsObjective() {
    LinearCheck check = check(TextbookModels.productMix(), 2, 6);
    assertThat(check.passes()).isTrue();
    assertThat(check.objective()).isEqualTo(-36);
    assertThat(check.worstRow()).isZero();
  }

  @Test
  void seesEachKindOfViolation() {
    LinearModel mix = TextbookModels.productMix();
    assertThat(check(mix, 2.1, 6).violations())
        .singleElement()
        .asString()
        .contains("plant3", "18.3");
    assertThat(check(mix, 2.1, 6).worstRow()).isCloseTo(0.3 / 18, within(1e-12));
    assertThat(check(mix, -0.5, 6).violations())
        .singleElement()
        .asString()
        .contains("doors", "-0.5");
    assertThat(check(mix, -0.5, 6).worstBound()).isEqualTo(0.5);
    LinearCheck fractional = check(TextbookModels.knapsack(), 0, 1, 1, 0.5);
    assertThat(fractional.violations()).singleElement().asString().contains("x3", "0.5");
    assertThat(fractional.worstIntegrality()).isEqualTo(0.5);
    assertThat(check(TextbookModels.setCover(), 0, 1, 0, 0, 1, 0).passes()).isFalse();
    assertThat(check(TextbookModels.setCover(), 0, 1, 0, 1, 0, 0).passes()).isTrue();
  }

  @Test
  void seesNumbersThatAreNone() {
    LinearModel mix = TextbookModels.productMix();
    assertThat(check(mix, Double.NaN, 6).passes()).isFalse();
    assertThat(check(mix, 0, Double.NEGATIVE_INFINITY).passes()).isFalse();
    assertThatThrownBy(() -> check(mix, 1)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void tolerancesAreRelativeToTheLimit() {
    LinearModelBuilder builder = LinearModel.builder("m");
    int x = builder.column(LinearColumn.continuous("x", 0, 1e9, 1));
    builder.row("r").term(x, 1).atMost(1e6);
    LinearModel model = builder.build();
    assertThat(check(model, 1e6 + 0.9).passes()).isTrue();
    assertThat(check(model, 1e6 + 1.1).passes()).isFalse();
  }

  @Test
  void cancellationDoesNotHideViolations() {
    LinearModelBuilder builder = LinearModel.builder("m");
    int x = builder.column(LinearColumn.continuous("x", 0, 1e18, 0));
    int y = builder.column(LinearColumn.continuous("y", 0, 1e18, 0));
    int z = builder.column(LinearColumn.continuous("z", 0, 1, 0));
    builder.row("r").term(x, 1).term(z, 1).term(y, -1).equalTo(0);
    // in doubles 1e17 + 1 - 1e17 is 0
    assertThat(check(builder.build(), 1e17, 1e17, 1).worstRow()).isEqualTo(1);
  }

  @Test
  void solutionsAreRoundedOnlyIfTheRoundedPointPasses() {
    LinearModel knapsack = TextbookModels.knapsack();
    double[] nearly = {0, 1 - 1e-7, 1 + 1e-8, 1};
    LinearSolution solution =
        LinearSolution.verified(knapsack, nearly, LinearTolerances.STANDARD).orElseThrow();
    assertThat(solution.values()).containsExactly(0, 1, 1, 1);
    assertThat(solution.objective()).isEqualTo(-42);
    assertThat(
            LinearSolution.verified(knapsack, new double[] {1, 1, 1, 0}, LinearTolerances.STANDARD))
        .isEmpty();

    LinearModelBuilder builder = LinearModel.builder("m");
    int open = builder.column(LinearColumn.binary("open", 1));
    int units = builder.column(LinearColumn.continuous("units", 0, 1e7, -1));
    builder.row("only_if_open").term(units, 1).term(open, -1e6).atMost(0);
    LinearModel model = builder.build();
    double[] leaks = {5e-7, 0.5}; // half a unit through a door that is closed but for the rounding
    assertThat(LinearSolution.rounded(model, leaks, LinearTolerances.STANDARD)).isEmpty();
    assertThat(LinearSolution.verified(model, leaks, LinearTolerances.STANDARD)).isPresent();
  }
}
