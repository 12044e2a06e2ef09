package io.synkro.predict.quality;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.util.Comparator;

/**
 * One odd thing about one series. Findings are ordered by kind, the gravest first, then by falling
 * magnitude (rising for {@link FindingKind#TOO_SHORT}), then by series and step, so that equal
 * panels give equal reports.
 *
 * @param kind what is odd
 * @param series where
 * @param firstStep first step of the axis that it is about
 * @param endStep step after the last one that it is about
 * @param magnitude how much, in the unit of its kind; zero or more
 */
public record Finding(
    FindingKind kind, SeriesId series, int firstStep, int endStep, double magnitude)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::kind)
          .thenComparingDouble(f -> f.kind == FindingKind.TOO_SHORT ? f.magnitude : -f.magnitude)
          .thenComparing(Finding::series)
          .thenComparingInt(Finding::firstStep)
          .thenComparingInt(Finding::endStep);

  /** {@inheritDoc} */
  public Finding {
    Require.that(
        firstStep < endStep, "endStep", endStep, "must be after firstStep " + firstStep, "");
    Require.nonNegative("magnitude", magnitude, "");
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
