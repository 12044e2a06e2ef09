package io.synkro.predict.optimize.problem;

import static io.synkro.predict.optimize.problem.StockLineTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockProblemTest {
  private static final double HARD = SharedLimit.HARD;
  private static final WarehouseId EAST = WarehouseId.of("East");
  private static final WarehouseId WEST = WarehouseId.of("West");

  private static SeriesId east(String product) {
    return SeriesId.of(product, "East");
  }

  private static SeriesId west(String product) {
    return SeriesId.of(product, "West");
  }

  private static StockLine.Builder line(SeriesId id) {
    return StockLine.builder(id, 1, 1).space(Space.VOLUME, 2);
  }

  private static StockProblem.Builder problem(StockLine.Builder... lines) {
    StockProblem.Builder builder = StockProblem.builder(2);
    for (StockLine.Builder line : lines) {
      builder.add(line.build());
    }
    return builder;
  }

  private static SharedLimit.Room room(double amount) {
    return new SharedLimit.Room(EAST, Space.VOLUME, 1, amount, HARD);
  }

  @Test
  void refusesWhatIsThereTwice() {
    assertRefused(() -> problem(line(east("A")), line(east("A"))), "A@East", "once");
    assertRefused(() -> problem(line(east("A"))).limit(room(3)).limit(room(3)), "East", "once");
    Lane lane = Lane.of(east("A"), west("A"), 1, 1);
    assertRefused(() -> problem().lane(lane).lane(lane), "A@East", "once");
  }

  @Test
  void refusesLimitsOfNothing() {
    assertRefused(() -> problem().build(), "lines");
    assertRefused(
        () -> problem(line(west("A"))).limit(room(3)).build(), "East", "must have a line");
    assertRefused(() -> problem().limit(new SharedLimit.Budget(2, 1, HARD)), "from 0 to 1");
    assertRefused(() -> new SharedLimit.Budget(0, Double.NaN, HARD), "budget", "NaN");
    assertRefused(() -> room(-1), "East", "-1");
    assertRefused(() -> new SharedLimit.Budget(0, 1, -1), "price of budget");
    assertRefused(() -> problem().add(StockLine.builder(east("A"), 1).build()), "A@East", "2");
  }

  @Test
  void refusesLanesThatJoinNothing() {
    assertRefused(() -> Lane.of(east("A"), east("A"), 1, 1), "A@East", "two warehouses");
    assertRefused(() -> Lane.of(east("A"), west("B"), 1, 1), "same product");
    assertRefused(() -> Lane.of(east("A"), west("A"), -1, 1), "leadPeriods", "A@West");
    assertRefused(() -> Lane.of(east("A"), west("A"), 1, -1), "packCost", "A@West");
    assertRefused(() -> new Lane(east("A"), west("A"), 1, 1, 0), "maximumPacks");
    Lane lane = Lane.of(east("A"), west("A"), 1, 1);
    assertRefused(() -> problem(line(east("A"))).lane(lane).build(), "A@West");
    assertRefused(
        () -> problem(line(east("A")), line(west("A")).packSize(3)).lane(lane).build(),
        "packSize of A@West",
        "A@East");
  }

  @Test
  void refusesCirclesWithoutLeadTime() {
    StockLine.Builder north = line(SeriesId.of("A", "North"));
    Lane there = Lane.of(east("A"), west("A"), 0, 1);
    Lane on = Lane.of(west("A"), SeriesId.of("A", "North"), 0, 1);
    Lane back = Lane.of(SeriesId.of("A", "North"), east("A"), 0, 1);
    StockProblem.Builder lines = problem(line(east("A")), line(west("A")), north);
    assertThat(lines.lane(there).lane(on).build().lanes()).hasSize(2);
    assertRefused(() -> lines.lane(back).build(), "circle", "A@East");
    Lane slow = Lane.of(SeriesId.of("A", "North"), east("A"), 1, 1);
    StockProblem others = problem(line(east("A")), line(west("A")), north).build();
    assertThat(others.withLanes(List.of(there, on, slow)).lanes()).hasSize(3);
  }

  @Test
  void lanesOfTwoWarehousesAreOfAllTheirProducts() {
    StockProblem problem =
        problem(line(east("A")), line(west("A")), line(east("B")), line(west("C")))
            .lanes(EAST, WEST, 2, l -> l.packSize() * 3)
            .build();
    assertThat(problem.lanes()).containsExactly(Lane.of(east("A"), west("A"), 2, 3));
    assertThat(problem.position(west("A"))).isEqualTo(1);
    assertRefused(() -> problem.position(west("B")), "B@West");
  }

  @Test
  void roomBelowTheLeastStockContradicts() {
    StockLine.Builder full = line(east("A")).initialStock(7); // five are left: ten of room
    assertThat(problem(full).limit(room(10)).build().contradictions()).isEmpty();
    assertThat(problem(full).limit(room(9)).build().contradictions())
        .singleElement()
        .asString()
        .contains("East", "10");
    StockProblem joined =
        problem(full, line(west("A")))
            .lane(Lane.of(east("A"), west("A"), 1, 1))
            .limit(room(9))
            .build();
    assertThat(joined.contradictions()).isEmpty(); // what is too much can be sent away
  }

  @Test
  void minimumStocksThatNothingReachesContradict() {
    SupplierId supplier = SupplierId.of("S");
    StockLine.Builder late = line(east("A")).minimumStock(0, 1);
    late.supply(SupplyOption.of(supplier, 1, 2));
    assertThat(problem(late).build().contradictions())
        .singleElement()
        .asString()
        .contains("A@East", "period 0");
    late.supply(new SupplyOption(supplier, 0, 2, 0, 5, 9, List.of()));
    assertThat(problem(late).build().contradictions()).isEmpty();
    SharedLimit money = new SharedLimit.Budget(0, 9, HARD);
    assertThat(problem(late).limit(money).build().contradictions()).hasSize(1);
    SharedLimit elastic = new SharedLimit.Budget(0, 9, 1);
    assertThat(problem(late).limit(elastic).build().contradictions()).isEmpty();
    SharedLimit units = new SharedLimit.Capacity(supplier, 0, 4, HARD);
    assertThat(problem(late).limit(units).build().contradictions()).hasSize(1);
    late.frozenPeriods(1);
    assertThat(problem(late).build().contradictions()).hasSize(1);
  }

  @Test
  void minimumStockThatPerishesContradicts() {
    StockLine.Builder line = line(east("A")).minimumStock(0, 3).shelfLife(2);
    line.supply(SupplyOption.of(SupplierId.of("S"), 0, 2));
    assertThat(problem(line).build().contradictions()).singleElement().asString().contains("sold");
  }
}
