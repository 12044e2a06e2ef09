package io.synkro.predict.engine.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.orders.CustomerId;
import io.synkro.predict.orders.OrderId;
import io.synkro.predict.orders.OrderLine;
import io.synkro.predict.orders.OrderLines;
import io.synkro.predict.pattern.PatternAnalyzer;
import io.synkro.predict.pattern.ReorderOutlook;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReorderOutlookTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  /** What a customer spent says when she comes back: the LSTM sees it, the order rate does not. */
  @Test
  void anLstmThatBeatsTheOrderRateIsUsed() {
    ReorderOutlook outlook = analyze(true);
    assertThat(outlook)
        .isInstanceOfSatisfying(
            ReorderOutlook.Judged.class,
            judged -> {
              assertThat(judged.used()).isTrue();
              assertThat(judged.lstm().logLoss()).isLessThan(judged.rule().logLoss());
              assertThat(judged.lstm().auc()).isGreaterThan(judged.rule().auc());
            });
    assertThat(analyze(true)).isEqualTo(outlook);
  }

  /** Where customers come back at random there is nothing to see beyond the order rate. */
  @Test
  void anLstmThatKnowsNoMoreThanTheOrderRateIsNotUsed() {
    assertThat(analyze(false))
        .isInstanceOfSatisfying(
            ReorderOutlook.Judged.class, judged -> assertThat(judged.used()).isFalse());
  }

  private static ReorderOutlook analyze(boolean spendingTells) {
    SplittableRandom random = new SplittableRandom(4);
    OrderLines.Builder lines = OrderLines.builder();
    int order = 0;
    for (int c = 0; c < 600; c++) {
      for (int day = random.nextInt(60); day < 300; ) {
        boolean large = random.nextBoolean();
        lines.add(
            new OrderLine(
                OrderId.of("o" + order++),
                CustomerId.of("c" + c),
                SeriesId.of("p", "w"),
                FIRST.plusDays(day),
                1,
                large ? 400 : 10));
        boolean late = spendingTells ? large : random.nextBoolean();
        day += late ? 50 + random.nextInt(20) : 5 + random.nextInt(20);
      }
    }
    SeriesPanel sales =
        SeriesPanel.of(
            List.of(TimeSeries.of(SeriesId.of("p", "w"), Frequency.DAILY, FIRST, 1, 2, 3)));
    return PatternAnalyzer.builder()
        .learner(new PytorchLstmLearner())
        .build()
        .analyze(sales, lines.build())
        .reorder();
  }
}
