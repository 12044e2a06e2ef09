package io.synkro.predict.examples.features;

import io.synkro.predict.features.offline.EntityRows;
import java.util.List;

/**
 * Days with their sales, to train on or to be judged by.
 *
 * @param entities which series, as of the beginning of which day
 * @param units what was sold on that day
 * @param weekEarlier what was sold on the same weekday a week before
 */
record LabelledDays(EntityRows entities, List<Float> units, List<Float> weekEarlier) {
  float[] labels() {
    float[] labels = new float[units.size()];
    for (int r = 0; r < labels.length; r++) {
      labels[r] = units.get(r);
    }
    return labels;
  }

  /** Error of the sales of the week before, taken as a prediction. */
  double naiveWape() {
    return wape(weekEarlier.stream().mapToDouble(Float::doubleValue).toArray());
  }

  /** Sum of absolute errors over the sum of sales. */
  double wape(double[] predicted) {
    double errors = 0;
    double sum = 0;
    for (int r = 0; r < predicted.length; r++) {
      errors += Math.abs(units.get(r) - predicted[r]);
      sum += units.get(r);
    }
    return errors / sum;
  }
}
