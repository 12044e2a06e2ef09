package io.synkro.predict.pattern;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Measures of probabilities of a yes (1) or no (0). */
final class Probabilities {
  private static final double MARGIN = 1e-6;

  private Probabilities() {}

  /** Negative log-likelihood of one answer. */
  static double loss(double probability, int label) {
    double held = Math.min(1 - MARGIN, Math.max(MARGIN, probability));
    return -Math.log(label == 1 ? held : 1 - held);
  }

  static ReorderOutlook.Score score(double[] probabilities, int[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += loss(probabilities[i], labels[i]);
    }
    return new ReorderOutlook.Score(sum / labels.length, auc(probabilities, labels));
  }

  /**
   * Area under the ROC curve by the rank sum of Mann and Whitney, ties counted half; 0.5 if there
   * is one kind of answer alone. Source: Hanley &amp; McNeil (1982), <a
   * href="https://doi.org/10.1148/radiology.143.1.7063747">doi:10.1148/radiology.143.1.7063747</a>.
   */
  static double auc(double[] scores, int[] labels) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double rankSum = 0;
    double yes = 0;
    int start = 0;
    while (start < order.length) {
      int end = start;
      double yesOfTie = 0;
      while (end < order.length && scores[order[end]] == scores[order[start]]) {
        yesOfTie += labels[order[end++]];
      }
      rankSum += yesOfTie * (start + 1 + end) / 2.0;
      yes += yesOfTie;
      start = end;
    }
    double no = order.length - yes;
    return yes == 0 || no == 0 ? 0.5 : (rankSum - yes * (yes + 1) / 2) / (yes * no);
  }
}
