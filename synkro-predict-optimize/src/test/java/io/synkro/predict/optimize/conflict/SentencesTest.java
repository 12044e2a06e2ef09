package io.synkro.predict.optimize.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What planners read. */
class SentencesTest {
  private static InfeasibilityReport analyse(StockProblem problem) {
    return InfeasibilityAnalysis.analyse(
        problem, SolveOptions.builder().build(), SolveMonitor.none());
  }

  private static StockLine.Builder line(String product, double... demand) {
    return StockLine.builder(SeriesId.of(product, "W2"), demand).space(Space.VOLUME, 1);
  }

  private static SharedLimit budget(int period, double amount) {
    return new SharedLimit.Budget(period, amount, SharedLimit.HARD);
  }

  private static SharedLimit room(int period, double amount) {
    return new SharedLimit.Room(
        WarehouseId.of("W2"), Space.VOLUME, period, amount, SharedLimit.HARD);
  }

  private static StockProblem problem(List<StockLine> lines, SharedLimit... limits) {
    StockProblem.Builder builder = StockProblem.builder(lines.get(0).periods());
    lines.forEach(builder::add);
    List.of(limits).forEach(builder::limit);
    return builder.build();
  }

  private static String date(int period) {
    return LocalDate.of(2026, 12, 1).plusDays(period).toString();
  }

  /** Contradictions, then what would give a plan. */
  private static List<String> sentences(InfeasibilityReport report) {
    List<String> all = new ArrayList<>(report.contradictions(SentencesTest::date));
    report.relaxations().forEach(it -> all.add(it.text(SentencesTest::date)));
    return all;
  }

  @Test
  void stockOnHandExceedsTheRoom() {
    StockProblem problem =
        problem(List.of(line("p", 1, 1).initialStock(21).build()), room(0, 15), room(1, 19));
    InfeasibilityReport report = analyse(problem);
    SharedLimit first = problem.limits().get(0);
    assertThat(report.verdict()).isEqualTo(Verdict.CONTRADICTION);
    assertThat(report.conflicts()).isEmpty();
    assertThat(report.overfull()).containsExactly(new OverfullRoom(first, 20, List.of(first)));
    assertThat(sentences(report))
        .containsExactly(
            "The space of W2 for 2026-12-01 is 15 m³, and stock on hand and open orders"
                + " still take 20 m³: 5 m³ too much before anything is ordered.",
            "space of W2 for 2026-12-01 +5 m³ (proven: no less will do)");
  }

  /** A room that is too full for twelve periods must not hide what else contradicts. */
  @Test
  void anOverfullRoomIsToldOnce() {
    StockLine full = line("p", new double[12]).initialStock(20).arrival(3, 2).build();
    StockLine bought =
        StockLine.builder(SeriesId.of("q", "W2"), new double[12])
            .supply(SupplyOption.of(SupplierId.of("Acme"), 0, 3))
            .minimumStock(0, 10)
            .build();
    List<SharedLimit> limits = new ArrayList<>(List.of(budget(0, 15)));
    for (int t = 11; t >= 0; t--) {
      limits.add(room(t, 12.346));
    }
    InfeasibilityReport report =
        analyse(problem(List.of(full, bought), limits.toArray(SharedLimit[]::new)));
    assertThat(report.overfull()).hasSize(1);
    assertThat(report.overfull().get(0).limits()).hasSize(12);
    assertThat(report.conflicts())
        .containsExactly(new Conflict(List.of(budget(0, 15)), List.of(bought.id()), true));
    assertThat(sentences(report))
        .startsWith(
            "The space of W2 for 2026-12-12 is 12.35 m³, and stock on hand and open"
                + " orders still take 22 m³: 9.66 m³ too much before anything is ordered; it is"
                + " too full from 2026-12-01 to 2026-12-12.",
            "Budget for 2026-12-01: not enough for the minimum stock of q@W2.")
        .contains(
            "budget for 2026-12-01 +100 % and space of W2 from"
                + " 2026-12-01 to 2026-12-12 +9.66 m³ (proven: no less will do)");
  }

  @Test
  void periodsApartAreListed() {
    List<SharedLimit> some = List.of(budget(5, 1), budget(2, 1), budget(0, 1));
    assertThat(LimitText.name(some, SentencesTest::date))
        .isEqualTo("budget for 2026-12-01, 2026-12-03 and 2026-12-06");
    assertThat(LimitText.name(some.subList(0, 2), LimitText::number))
        .isEqualTo("budget for period 2 and period 5");
  }
}
