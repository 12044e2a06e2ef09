package io.synkro.predict.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.DemandAhead;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LineTimesTest {
  private static final LocalDate TODAY = PlanCases.TODAY;

  private static LineTimes times(int leadDays, int days) {
    return LineTimes.of(new PlanCalendar(TODAY, 4, days), leadDays);
  }

  @Test
  void stockIsLookedAtJustBeforeTheNextOrderArrives() {
    // by hand: ordered today it arrives on day 5, ordered in a week on day 12
    LineTimes times = times(5, 7);
    assertThat(times.leadPeriods()).isEqualTo(1);
    assertThat(times.end(0)).isEqualTo(5);
    assertThat(times.end(1)).isEqualTo(12);
    assertThat(times.day(1)).isEqualTo(TODAY.plusDays(12));
    // a lead time of whole periods: the look is at their ends
    assertThat(times(14, 7).leadPeriods()).isEqualTo(2);
    assertThat(times(14, 7).end(0)).isEqualTo(7);
    assertThat(times(14, 7).end(2)).isEqualTo(21);
  }

  @Test
  void goodsAreCountedInTheFirstPeriodWhoseDemandTheyServe() {
    LineTimes times = times(5, 7);
    assertThat(times.periodOf(TODAY.plusDays(1))).isZero();
    assertThat(times.periodOf(TODAY.plusDays(5))).isZero();
    assertThat(times.periodOf(TODAY.plusDays(6))).isEqualTo(1);
    assertThat(times.periodOf(LocalDate.MAX)).isEqualTo(4);
  }

  @Test
  void demandLiesBetweenTheLooks() {
    DemandAhead ten = DemandAhead.after(TODAY, PlanCases.daily(SeriesId.of("P", "W"), 10, 1));
    assertThat(times(5, 7).demand(ten))
        .containsExactly(new double[] {50, 70, 70, 70}, within(1e-9));
    assertThat(times(5, 7).window(ten, 1)).isCloseTo(120, within(1e-9));
  }

  @Test
  void refusesALeadTimeBeyondThePlan() {
    assertThat(times(21, 7).leadPeriods()).isEqualTo(3);
    assertThatThrownBy(() -> times(22, 7))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Maybe plan more or longer periods");
  }
}
