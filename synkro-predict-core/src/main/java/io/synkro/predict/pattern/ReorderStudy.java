package io.synkro.predict.pattern;

import io.synkro.predict.orders.OrderLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains an LSTM on customers as they were on up to three earlier days, 28 days apart, and judges
 * it on a later day whose next 28 days are known and were never part of the training.
 */
final class ReorderStudy {
  private static final int EARLIER_DAYS = 3;
  private static final int MOST_SEQUENCES = 4000;
  private static final int FEWEST_TRAINED = 200;
  private static final int FEWEST_JUDGED = 100;
  private static final int FEWEST_OF_A_CLASS = 20;
  private static final double ONE_SIDED_5_PERCENT = 1.645;

  private final OrderLines lines;
  private final OrderBook book;

  ReorderStudy(OrderLines lines, OrderBook book) {
    this.lines = lines;
    this.book = book;
  }

  ReorderOutlook run(SequenceLearner learner, LstmOptions options) {
    int judged = book.today() - ReorderWindow.AHEAD;
    List<ReorderWindow> earlier = new ArrayList<>();
    for (int k = 1; k <= EARLIER_DAYS; k++) {
      int day = judged - k * ReorderWindow.AHEAD;
      if (day - ReorderWindow.DAYS >= book.firstDay()) {
        earlier.add(window(day));
      }
    }
    int trained = earlier.stream().mapToInt(ReorderWindow::size).sum();
    if (trained < FEWEST_TRAINED) {
      return new ReorderOutlook.TooLittleData(
          "%d customers on earlier days, at least %d are needed, with %d days of orders"
              .formatted(trained, FEWEST_TRAINED, ReorderWindow.DAYS + 2 * ReorderWindow.AHEAD));
    }
    ReorderWindow test = window(judged);
    int again = IntStream.range(0, test.size()).map(test::label).sum();
    if (test.size() < FEWEST_JUDGED || Math.min(again, test.size() - again) < FEWEST_OF_A_CLASS) {
      return new ReorderOutlook.TooLittleData(
          "%d customers to judge on, of whom %d ordered again; at least %d, and %d of either kind, are needed"
              .formatted(test.size(), again, FEWEST_JUDGED, FEWEST_OF_A_CLASS));
    }
    SequenceData data = sample(earlier, options.seed());
    LstmClassifier lstm = learner.fit(data, options);
    return judge(lstm, ReorderRule.fit(earlier), test, data.size());
  }

  private ReorderWindow window(int day) {
    return ReorderWindow.of(book, lines.customers().size(), day);
  }

  private static SequenceData sample(List<ReorderWindow> windows, int seed) {
    int length = ReorderWindow.WEEKS * ReorderWindow.FEATURES;
    int all = windows.stream().mapToInt(ReorderWindow::size).sum();
    int left = Math.min(all, MOST_SEQUENCES);
    float[] values = new float[left * length];
    int[] labels = new int[left];
    SplittableRandom random = new SplittableRandom(seed);
    int next = 0;
    for (ReorderWindow window : windows) {
      for (int i = 0; i < window.size(); i++, all--) {
        if (random.nextInt(all) < left) { // Knuth, volume 2, 3.4.2, algorithm S
          System.arraycopy(window.sequence(i), 0, values, next * length, length);
          labels[next++] = window.label(i);
          left--;
        }
      }
    }
    return new SequenceData(ReorderWindow.WEEKS, ReorderWindow.FEATURES, 2, values, labels);
  }

  private ReorderOutlook judge(
      LstmClassifier lstm, ReorderRule rule, ReorderWindow test, int trainedOn) {
    double[] ofLstm = new double[test.size()];
    double[] ofRule = new double[test.size()];
    int[] labels = new int[test.size()];
    double[] gains = new double[test.size()];
    for (int i = 0; i < test.size(); i++) {
      ofLstm[i] = lstm.probabilities(test.sequence(i))[1];
      ofRule[i] = rule.probability(test, i);
      labels[i] = test.label(i);
      gains[i] =
          Probabilities.loss(ofRule[i], labels[i]) - Probabilities.loss(ofLstm[i], labels[i]);
    }
    boolean used = beats(gains);
    ReorderWindow now = window(book.today());
    List<ReorderOutlook.Chance> chances = new ArrayList<>(now.size());
    for (int i = 0; i < now.size(); i++) {
      double probability = used ? lstm.probabilities(now.sequence(i))[1] : rule.probability(now, i);
      chances.add(new ReorderOutlook.Chance(lines.customers().get(now.customer(i)), probability));
    }
    chances.sort(
        Comparator.comparingDouble(ReorderOutlook.Chance::probability)
            .reversed()
            .thenComparing(ReorderOutlook.Chance::customer));
    return new ReorderOutlook.Judged(
        used,
        Probabilities.score(ofLstm, labels),
        Probabilities.score(ofRule, labels),
        trainedOn,
        test.size(),
        chances);
  }

  /** Whether the mean gain is above zero by more than chance explains. */
  static boolean beats(double[] gains) {
    double mean = Arrays.stream(gains).average().orElse(0);
    double squares = Arrays.stream(gains).map(g -> (g - mean) * (g - mean)).sum();
    double standardError = Math.sqrt(squares / (gains.length - 1.0) / gains.length);
    return mean > ONE_SIDED_5_PERCENT * standardError;
  }
}
