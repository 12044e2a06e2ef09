package io.synkro.predict.optimize.production;

import static io.synkro.predict.optimize.production.LotCases.cost;
import static io.synkro.predict.optimize.production.LotCases.optimum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.engine.HeardProgress;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.lotsize.WagnerWhitin;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LotSizingSolverTest {
  @Test
  void findsTheOptimumOfTinyProblems() {
    int infeasible = 0;
    for (int seed = 0; seed < 150; seed++) {
      CapacitatedLotSizing problem = LotCases.tiny(seed);
      double best = new Enumeration(problem).best();
      LotSizingResult result = optimum(problem);
      if (best == Double.POSITIVE_INFINITY) {
        infeasible++;
        assertThat(result.status()).isEqualTo(PlanStatus.INFEASIBLE_PROVEN);
        assertThat(result.conflict()).isNotEmpty();
        assertThat(result.plan()).isEmpty();
        assertThat(result.lowerBound()).isEqualTo(Double.POSITIVE_INFINITY);
      } else {
        assertThat(result.status()).isEqualTo(PlanStatus.WITHIN_TARGET_GAP);
        assertThat(cost(result)).as("seed " + seed).isCloseTo(best, within(1e-6));
        assertThat(result.lowerBound()).isCloseTo(best, within(1e-6));
      }
    }
    assertThat(infeasible).isBetween(10, 100);
  }

  @Test
  void plansEachItemAloneIfCapacityIsNoLimit() {
    CapacitatedLotSizing problem = LotCases.scaled(LotCases.tight(3, 4, 10, 1), 1, 100);
    double alone = 0;
    for (ProductionItem item : problem.items()) {
      double[] demand = new double[problem.periods()];
      Arrays.setAll(demand, item::demand);
      alone +=
          WagnerWhitin.plan(
                  demand, new WagnerWhitin.PeriodCosts(item.setupCost(), 0, item.holdingCost()))
              .cost();
    }
    LotSizingResult result = optimum(problem);
    assertThat(cost(result)).isCloseTo(alone, within(1e-6 * alone));
    for (int t = 0; t < problem.periods(); t++) {
      assertThat(result.capacityPrice(t)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void moreCapacityNeverCostsMore(int seed) {
    CapacitatedLotSizing problem = LotCases.tight(seed, 4, 7, 0.9);
    double before = Double.POSITIVE_INFINITY;
    for (double factor : new double[] {0.95, 1, 1.03, 1.1, 1.5}) {
      LotSizingResult result = optimum(LotCases.scaled(problem, 1, factor));
      assertThat(result.status()).isIn(PlanStatus.WITHIN_TARGET_GAP, PlanStatus.INFEASIBLE_PROVEN);
      assertThat(cost(result)).isLessThanOrEqualTo(before * (1 + 1e-9));
      if (result.plan().isPresent()) {
        assertThat(result.lowerBound()).isLessThanOrEqualTo(cost(result));
        before = cost(result);
      }
    }
    assertThat(before).isFinite();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e3, 1e9})
  void costsScale(double factor) {
    CapacitatedLotSizing problem = LotCases.tight(7, 4, 8, 0.9);
    double expected = factor * cost(optimum(problem));
    LotSizingResult result = optimum(LotCases.scaled(problem, factor, 1));
    assertThat(cost(result)).isCloseTo(expected, within(1e-8 * expected));
    assertThat(result.lowerBound()).isCloseTo(expected, within(1e-8 * expected));
  }

  @Test
  void equalInputGivesEqualPlans() {
    CapacitatedLotSizing problem = LotCases.tight(11, 5, 9, 0.95);
    LotSizingResult first = optimum(problem);
    LotSizingResult second = optimum(problem);
    assertThat(second.plan()).isEqualTo(first.plan());
    assertThat(second.lowerBound()).isEqualTo(first.lowerBound());
    assertThat(second.parts()).isEqualTo(first.parts()).isGreaterThan(1);
    SolveOptions otherSeed = SolveOptions.builder().targetGap(0).seed(5).build();
    LotSizingResult other = new LotSizingSolver().solve(problem, otherSeed, SolveMonitor.none());
    assertThat(cost(other)).isCloseTo(cost(first), within(1e-6 * cost(first)));
  }

  @Test
  void endsAtTheTargetGap() {
    CapacitatedLotSizing problem = LotCases.tight(11, 5, 9, 0.95);
    SolveOptions rough = SolveOptions.builder().targetGap(0.05).build();
    LotSizingResult result = new LotSizingSolver().solve(problem, rough, SolveMonitor.none());
    assertThat(result.status()).isEqualTo(PlanStatus.WITHIN_TARGET_GAP);
    assertThat(result.gap()).isLessThanOrEqualTo(0.05 + 1e-12);
    assertThat(result.lowerBound()).isLessThanOrEqualTo(cost(optimum(problem)));
  }

  @Test
  void saysUntilWhenCapacityIsTooSmall() {
    CapacitatedLotSizing problem =
        CapacitatedLotSizing.builder()
            .capacity(20, 20, 100)
            .item(ProductionItem.builder("a").demand(5, 25, 0).setup(1, 6).build())
            .item(ProductionItem.builder("b").demand(0, 1, 9).setup(1, 6).build())
            .build();
    LotSizingResult result = optimum(problem);
    assertThat(result.status()).isEqualTo(PlanStatus.INFEASIBLE_PROVEN);
    assertThat(result.conflict()).singleElement().asString().contains("period 1", "43", "40");
  }

  @Test
  void provesThatSetupsDoNotFit() {
    // three times 8 fill two periods of 12 only if a lot is cut, which takes one more set-up
    CapacitatedLotSizing.Builder builder = CapacitatedLotSizing.builder().constantCapacity(2, 12);
    for (String name : List.of("a", "b", "c")) {
      builder.item(ProductionItem.builder(name).demand(0, 4).setup(10, 4).holdingCost(1).build());
    }
    LotSizingResult result = optimum(builder.build());
    assertThat(result.status()).isEqualTo(PlanStatus.INFEASIBLE_PROVEN);
    assertThat(result.parts()).isPositive();
  }

  @Test
  void namesTheItemWhoseSetupIsLongerThanAnyPeriod() {
    CapacitatedLotSizing problem =
        CapacitatedLotSizing.builder()
            .constantCapacity(3, 12)
            .item(ProductionItem.builder("slow").demand(0, 1, 0).setup(10, 13).build())
            .build();
    assertThat(optimum(problem).conflict()).first().asString().contains("slow", "period 1", "13");
  }

  @Test
  void nothingNeededCostsNothing() {
    CapacitatedLotSizing problem =
        CapacitatedLotSizing.builder()
            .constantCapacity(3, 0)
            .item(ProductionItem.builder("a").demand(0, 0, 0).setup(10, 13).build())
            .build();
    LotSizingResult result = optimum(problem);
    assertThat(result.status()).isEqualTo(PlanStatus.WITHIN_TARGET_GAP);
    assertThat(cost(result)).isZero();
    assertThat(result.gap()).isZero();
  }

  @Test
  void takesNumbersFarFromOne() {
    CapacitatedLotSizing problem =
        CapacitatedLotSizing.builder()
            .capacity(3e9, 1e3, 3e9)
            .item(
                ProductionItem.builder("large")
                    .demand(1e9 + 0.1, 0.3e9, 1.1e9 / 3)
                    .setup(1e6, 1e3)
                    .holdingCost(1e-3)
                    .build())
            .item(
                ProductionItem.builder("small")
                    .demand(0.1, 0.2, 0.7 / 3)
                    .setup(0.3, 0)
                    .holdingCost(7)
                    .unitCapacity(1e5)
                    .build())
            .build();
    LotSizingResult result = optimum(problem);
    assertThat(result.status()).isEqualTo(PlanStatus.WITHIN_TARGET_GAP);
    assertThat(result.check()).get().matches(LotSizingCheck::isFeasible);
  }

  @Test
  void refusesWhatRoundingWouldLose() {
    CapacitatedLotSizing problem =
        CapacitatedLotSizing.builder()
            .constantCapacity(2, 1e9)
            .item(ProductionItem.builder("speck").demand(1, 1).build())
            .build();
    assertThatThrownBy(() -> optimum(problem))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("speck");
  }

  @Test
  void reportsAndCanBeCancelled() {
    HeardProgress heard = new HeardProgress(2);
    LotSizingResult result =
        new LotSizingSolver()
            .solve(LotCases.tight(2, 8, 15, 1), SolveOptions.builder().targetGap(0).build(), heard);
    assertThat(result.status()).isEqualTo(PlanStatus.CANCELLED);
    assertThat(heard.all()).hasSizeBetween(2, 4);
    assertThat(result.lowerBound()).isPositive().isLessThanOrEqualTo(cost(result));
  }

  @Test
  void aDeadlineLeavesAnHonestAnswer() {
    for (int millis : new int[] {1, 20, 200}) {
      SolveOptions options =
          SolveOptions.builder().targetGap(0).timeLimit(Duration.ofMillis(millis)).build();
      LotSizingResult result =
          new LotSizingSolver().solve(LotCases.tight(5, 40, 30, 0.9), options, SolveMonitor.none());
      assertThat(result.status()).isIn(PlanStatus.FEASIBLE, PlanStatus.NO_PLAN_FOUND);
      assertThat(result.lowerBound()).isLessThan(cost(result));
    }
  }
}
