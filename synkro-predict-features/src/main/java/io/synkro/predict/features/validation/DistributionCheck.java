package io.synkro.predict.features.validation;

import io.synkro.predict.features.view.FeatureBatch;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Whether the features of a batch are distributed as those of a reference. If not, all rows fail.
 * Immutable.
 *
 * @param reference the reference
 * @param columns positions of its features in the view, in its order
 * @param falseAlarms probability of an alarm if nothing has changed
 */
record DistributionCheck(ReferenceDistribution reference, List<Integer> columns, double falseAlarms)
    implements Check {
  @Override
  public String name() {
    return "distribution";
  }

  @Override
  public String limit() {
    return "must be likelier than %s if nothing has changed".formatted(falseAlarms);
  }

  @Override
  public boolean isBatchWide() {
    return true;
  }

  @Override
  public Failed find(FeatureBatch batch, long nowMillis) {
    BitSet rows = new BitSet();
    if (batch.rows() == 0) {
      return new Failed(rows, row -> new Violation("", ""));
    }
    double[] adjusted = DistributionTest.benjaminiHochberg(pValues(batch));
    int worst = 0;
    int changed = 0;
    for (int f = 0; f < adjusted.length; f++) {
      worst = adjusted[f] < adjusted[worst] ? f : worst;
      changed += adjusted[f] <= falseAlarms ? 1 : 0;
    }
    rows.set(0, changed > 0 ? batch.rows() : 0);
    Violation violation = violation(batch, worst, adjusted[worst], changed);
    return new Failed(rows, row -> violation);
  }

  private double[] pValues(FeatureBatch batch) {
    double[] pValues = new double[columns.size()];
    for (int f = 0; f < pValues.length; f++) {
      FeatureDistribution expected = reference.features().get(f);
      FeatureDistribution actual = expected.recount(batch.values(), columns.get(f));
      pValues[f] = DistributionTest.pValue(expected, actual);
    }
    return pValues;
  }

  private Violation violation(FeatureBatch batch, int worst, double pValue, int changed) {
    String probability = String.format(Locale.ROOT, "%.2g", pValue);
    return new Violation(
        probability,
        ("%d of %d features are not distributed as in the reference, most of all %s: over %d rows"
                + " such a difference has a probability of %s, %s. Maybe look for a changed source,"
                + " or take a newer reference.")
            .formatted(
                changed,
                columns.size(),
                reference.features().get(worst).feature(),
                batch.rows(),
                probability,
                limit()));
  }
}
