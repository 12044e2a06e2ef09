package io.synkro.predict.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.orders.CustomerId;
import io.synkro.predict.orders.OrderId;
import io.synkro.predict.orders.OrderLine;
import io.synkro.predict.orders.OrderLines;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PatternAnalyzerTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  @Test
  void thePanelAloneIsEnough() {
    PatternReport report = PatternAnalyzer.builder().build().analyze(sales());
    assertThat(report.demand()).hasSize(2);
    assertThat(report.trends()).hasSize(2);
    assertThat(report.customers().customers()).isEmpty();
    assertThat(report.associations().top()).isEmpty();
    assertThat(report.reorder()).isEqualTo(new ReorderOutlook.NotAsked());
  }

  @Test
  void equalInputGivesAnEqualReportAndText() {
    PatternAnalyzer analyzer = PatternAnalyzer.builder().learner(new Constant(0)).build();
    PatternReport first = analyzer.analyze(sales(), orders(300));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      PatternReport second = analyzer.analyze(sales(), orders(300));
      assertThat(second).isEqualTo(first);
      assertThat(second.text()).isEqualTo(first.text());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theTextNamesEveryKindOfPattern() {
    PatternReport report =
        PatternAnalyzer.builder().learner(new Constant(0)).build().analyze(sales(), orders(300));
    assertThat(report.text())
        .contains("Demand of 2 series", "smooth", "intermittent")
        .contains("Trends: ")
        .contains("Anomalies: 1 of 112", "2025-07-14 fast@w spike: 90.00, expected 10.0")
        .contains("Customers: 300")
        .contains("Bought together: 1 of 1 pairs", "fast + slow")
        .contains("predicted by the order rate", "LSTM        log-loss 0.6931, AUC 0.500");
  }

  /** A coin is right half of the time, with the log-loss ln 2; the order rate knows more. */
  @Test
  void anLstmThatKnowsNothingIsNotUsed() {
    PatternReport report =
        PatternAnalyzer.builder().learner(new Constant(0)).build().analyze(sales(), orders(300));
    assertThat(report.reorder())
        .isInstanceOfSatisfying(
            ReorderOutlook.Judged.class,
            judged -> {
              assertThat(judged.used()).isFalse();
              assertThat(judged.lstm().logLoss()).isCloseTo(Math.log(2), within(1e-12));
              assertThat(judged.rule().logLoss()).isLessThan(Math.log(2));
              assertThat(judged.chances())
                  .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
            });
  }

  @Test
  void theGateOpensForALowerLossOnlyBeyondChance() {
    assertThat(ReorderStudy.beats(new double[] {0.2, 0.1, 0.3, 0.2})).isTrue();
    // mean 0.1, standard error 0.129: well within chance
    assertThat(ReorderStudy.beats(new double[] {0.4, -0.1, 0.3, -0.2})).isFalse();
    assertThat(ReorderStudy.beats(new double[] {-0.2, -0.1, -0.3})).isFalse();
  }

  @Test
  void fewCustomersAreNamedAndNothingIsTrained() {
    PatternReport report =
        PatternAnalyzer.builder()
            .learner(
                new SequenceLearner() {
                  @Override
                  public String name() {
                    return "never";
                  }

                  @Override
                  public LstmClassifier fit(SequenceData data, LstmOptions options) {
                    throw new AssertionError("must not be trained");
                  }
                })
            .build()
            .analyze(sales(), orders(10));
    assertThat(report.reorder()).isInstanceOf(ReorderOutlook.TooLittleData.class);
    assertThat(report.text()).contains("too little data");
  }

  /** 200 days; one product each day with a spike, the other one every third day. */
  private static SeriesPanel sales() {
    double[] fast = new double[200];
    double[] slow = new double[200];
    for (int t = 0; t < 200; t++) {
      fast[t] = 9 + t % 3;
      slow[t] = t % 3 == 0 ? 4 : 0;
    }
    fast[194] = 90;
    return SeriesPanel.of(
        List.of(
            TimeSeries.of(SeriesId.of("fast", "w"), Frequency.DAILY, FIRST, fast),
            TimeSeries.of(SeriesId.of("slow", "w"), Frequency.DAILY, FIRST, slow)));
  }

  /** Half of the customers order about each second week, the others about each tenth. */
  private static OrderLines orders(int customers) {
    SplittableRandom random = new SplittableRandom(1);
    OrderLines.Builder lines = OrderLines.builder();
    int order = 0;
    for (int c = 0; c < customers; c++) {
      int every = c % 2 == 0 ? 14 : 70;
      for (int day = random.nextInt(every); day < 250; day += 1 + random.nextInt(2 * every)) {
        OrderId id = OrderId.of("o" + order++);
        CustomerId customer = CustomerId.of("c" + c);
        LocalDate date = FIRST.plusDays(day);
        boolean both = order % 4 == 0;
        if (both || order % 2 == 0) {
          lines.add(new OrderLine(id, customer, SeriesId.of("fast", "w"), date, 2, 5));
        }
        if (both || order % 16 == 1) {
          lines.add(new OrderLine(id, customer, SeriesId.of("slow", "w"), date, 1, 8));
        }
        lines.add(new OrderLine(id, customer, SeriesId.of("x" + order, "w"), date, 1, 1));
      }
    }
    return lines.build();
  }

  /** Trains nothing: every class gets the same score, plus {@code bias} for class 1. */
  private record Constant(float bias) implements SequenceLearner {
    @Override
    public String name() {
      return "constant";
    }

    @Override
    public LstmClassifier fit(SequenceData data, LstmOptions options) {
      LstmShape shape = new LstmShape(data.steps(), data.features(), 1, 2);
      return LstmClassifier.builder(shape)
          .inputWeights(new float[4 * data.features()])
          .recurrentWeights(new float[4])
          .bias(new float[4])
          .head(new float[2], new float[] {0, bias})
          .build();
    }
  }
}
