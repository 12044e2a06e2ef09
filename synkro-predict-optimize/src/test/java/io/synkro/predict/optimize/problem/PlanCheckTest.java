package io.synkro.predict.optimize.problem;

import static io.synkro.predict.optimize.problem.StockLineTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.series.SeriesId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanCheckTest {
  private static final SeriesId FROM = SeriesId.of("A", "East");
  private static final SeriesId TO = SeriesId.of("A", "West");

  /** Stock of 6 in the east, packs of 2, demand of 1 a period; no cost but that of waiting, 10. */
  private static StockProblem problem(int lead) {
    return StockProblem.builder(3)
        .add(line(FROM).initialStock(6).build())
        .add(line(TO).build())
        .lane(new Lane(FROM, TO, lead, 0.5, 3))
        .build();
  }

  private static StockLine.Builder line(SeriesId id) {
    return StockLine.builder(id, 1, 1, 1).packSize(2).cost(StockCost.linear(0, 10));
  }

  private static PlanCheck sent(StockProblem problem, int... packs) {
    OrderPlan.Builder plan = OrderPlan.builder(problem);
    for (int t = 0; t < packs.length; t++) {
      plan.transfer(0, t, packs[t]);
    }
    return PlanCheck.of(problem, plan.build());
  }

  @Test
  void lanesMoveStock() {
    PlanCheck none = sent(problem(1));
    assertThat(none.costs().stock()).isEqualTo(10 * (1 + 2 + 3));
    PlanCheck one = sent(problem(1), 1);
    assertThat(one.violations()).isEmpty();
    assertThat(one.costs().stock()).isEqualTo(10 * (1 + 0 + 1));
    assertThat(one.costs().transfers()).isEqualTo(0.5);
    assertThat(one.costs().total()).isEqualTo(20.5);
    assertThat(one.costs().controllable()).isEqualTo(20.5);
    assertThat(sent(problem(0), 1).costs().stock()).isEqualTo(10); // 1, 0 and −1 are left
    assertThat(sent(problem(9), 1).costs().stock()).isEqualTo(60); // it never arrives
  }

  @Test
  void onlyWhatIsOnHandIsSent() {
    assertThat(sent(problem(1), 3).isFeasible()).isTrue(); // six units before demand
    assertThat(sent(problem(1), 0, 2).isFeasible()).isTrue(); // four of five
    assertThat(sent(problem(1), 0, 3).violations()).singleElement().asString().contains("A@East");
    assertThat(sent(problem(1), 3, 1).isFeasible()).isFalse(); // one waits already
    assertThat(sent(problem(1), 4).violations()).isNotEmpty(); // the lane takes three
  }

  @Test
  void whatArrivesLateOrIsSoldBeforeIsNotSent() {
    StockProblem problem =
        StockProblem.builder(3)
            .add(line(FROM).initialStock(4).arrival(0, 2).withheld(0, 2).withheld(1, 1).build())
            .add(line(TO).build())
            .lane(new Lane(FROM, TO, 1, 0.5, 3))
            .build();
    assertThat(problem.lines().get(0).afterSending(0)).isEqualTo(-1); // two arrive, one is sold
    assertThat(sent(problem, 2).isFeasible()).isTrue();
    assertThat(sent(problem, 3).isFeasible()).isFalse();
    assertThat(sent(problem, 0, 2).isFeasible()).isTrue(); // four of five that are left
    assertThat(sent(problem, 1, 2).isFeasible()).isFalse(); // one of three is sold before
  }

  @Test
  void whatArrivesCanBeSentOn() {
    StockProblem problem =
        problem(0).withLanes(List.of(Lane.of(FROM, TO, 1, 0), Lane.of(TO, FROM, 1, 0)));
    OrderPlan round = OrderPlan.builder(problem).transfer(0, 0, 1).transfer(1, 1, 1).build();
    // it waits for one unit before two arrive: one is on hand, but a pack is two
    assertThat(PlanCheck.of(problem, round).isFeasible()).isFalse();
    OrderPlan more = OrderPlan.builder(problem).transfer(0, 0, 2).transfer(1, 1, 1).build();
    assertThat(PlanCheck.of(problem, more).isFeasible()).isTrue();
  }

  @Test
  void frozenLinesDoNotSend() {
    StockProblem frozen =
        StockProblem.builder(3)
            .add(line(FROM).initialStock(6).frozenPeriods(1).build())
            .add(line(TO).build())
            .lane(Lane.of(FROM, TO, 1, 0))
            .build();
    assertThat(sent(frozen, 1).isFeasible()).isFalse();
    assertThat(sent(frozen, 0, 1).isFeasible()).isTrue();
  }

  @Test
  void perishingStockIsNotAddedTo() {
    StockProblem problem =
        StockProblem.builder(3)
            .add(line(FROM).shelfLife(1).supply(SupplyOption.of(SupplierId.of("S"), 0, 1)).build())
            .build();
    OrderPlan one = OrderPlan.builder(problem).order(0, 0, 0, 1).build();
    OrderPlan two = OrderPlan.builder(problem).order(0, 0, 0, 2).build();
    assertThat(PlanCheck.of(problem, one).isFeasible()).isTrue(); // one is left for tomorrow
    assertThat(PlanCheck.of(problem, two).violations()).anyMatch(text -> text.contains("perish"));
  }

  @Test
  void plansKnowTheirTransfers() {
    StockProblem problem = problem(1);
    OrderPlan plan = OrderPlan.builder(problem).transfer(0, 2, 3).build();
    assertThat(plan.transfer(0, 2)).isEqualTo(3);
    assertThat(plan).isNotEqualTo(OrderPlan.builder(problem).build());
    assertThat(OrderPlan.builder(problem).transfer(0, 2, 3).ordersOf(plan).build()).isEqualTo(plan);
    assertRefused(() -> OrderPlan.builder(problem).transfer(1, 0, 1), "lane", "1");
    assertRefused(() -> OrderPlan.builder(problem).transfer(0, 3, 1), "period", "3");
    assertRefused(() -> OrderPlan.builder(problem).transfer(0, 0, -1), "packs", "-1");
  }

  @Test
  void plansOfOtherProblemsAreRefused() {
    StockProblem problem = problem(1);
    StockProblem apart = problem.withLanes(List.of());
    OrderPlan plan = OrderPlan.builder(apart).build();
    assertThat(PlanCheck.of(apart, plan).isFeasible()).isTrue();
    assertRefused(() -> PlanCheck.of(problem, plan), "of another problem");
    StockProblem one = StockProblem.builder(3).add(line(FROM).build()).build();
    assertRefused(() -> PlanCheck.of(one, plan), "of another problem");
  }
}
