package io.synkro.predict.features.validation;

import io.synkro.predict.internal.SpecialFunctions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tests whether the rows of a batch come from the distribution of a reference. The threshold lies
 * on the p-value and so fits any number of rows of either. No random numbers. Two parts:
 *
 * <ul>
 *   <li>Pearson's chi-square test of homogeneity over groups of neighbouring bins in each of which
 *       {@value #FEWEST} rows of either sample are expected (Cochran's rule). Source: Cochran
 *       (1952), <a href="https://doi.org/10.1214/aoms/1177729380">doi:10.1214/aoms/1177729380</a>.
 *   <li>For all that is rare or unseen in the reference (values beyond its range, new codes,
 *       missing ones), the exact upper tail of the hypergeometric distribution, which is Fisher's
 *       exact test to one side. Source: Fisher (1935), <a
 *       href="https://doi.org/10.2307/2342435">doi:10.2307/2342435</a>.
 * </ul>
 *
 * <p>The parts are joined by Bonferroni's inequality with weights {@value #WEIGHT} and the rest:
 * common bins nearly get the whole probability of a false alarm. Stateless.
 */
final class DistributionTest {
  private static final int FEWEST = 5;
  private static final double WEIGHT = 0.9;

  private DistributionTest() {}

  /**
   * Returns the probability of a difference as large as the one found if there is none; 1 if there
   * are too few rows to tell.
   *
   * @param reference the reference
   * @param batch the rows, counted in the bins of the reference
   */
  static double pValue(FeatureDistribution reference, FeatureDistribution batch) {
    Groups groups = Groups.of(reference, batch);
    double common = chiSquare(groups);
    double rare = rareTail(groups);
    return Math.min(1, Math.min(common / WEIGHT, rare / (1 - WEIGHT)));
  }

  private static double chiSquare(Groups groups) {
    double left = Arrays.stream(groups.reference).sum();
    double right = Arrays.stream(groups.batch).sum();
    if (groups.size < 2 || left == 0 || right == 0) {
      return 1;
    }
    double sum = 0;
    for (int g = 0; g < groups.size; g++) {
      double difference = groups.batch[g] * left - groups.reference[g] * right;
      sum += difference * difference / (left * right * (groups.reference[g] + groups.batch[g]));
    }
    return SpecialFunctions.gammaQ((groups.size - 1) / 2.0, sum / 2);
  }

  /**
   * The tail for the rows outside the groups. Values below and above the reference lie where the
   * reference itself has put its ends, in any of {@code outside + 1} splits.
   */
  private static double rareTail(Groups groups) {
    double tail =
        hypergeometricAtLeast(
            groups.rareBatch,
            (double) groups.rareBatch + groups.rareReference,
            groups.batchRows,
            groups.batchRows + groups.referenceRows);
    return Math.min(1, tail * (groups.outside + 1.0));
  }

  /** Probability that {@code drawn} out of {@code all} hold at least {@code x} of the marked. */
  static double hypergeometricAtLeast(int x, double marked, double drawn, double all) {
    double most = Math.min(marked, drawn);
    if (x <= Math.max(0, marked + drawn - all)) {
      return 1;
    }
    double term =
        Math.exp(
            SpecialFunctions.logChoose(marked, x)
                + SpecialFunctions.logChoose(all - marked, drawn - x)
                - SpecialFunctions.logChoose(all, drawn));
    double sum = term;
    for (double k = x; k < most && term > sum * 1e-17; k++) {
      term *= (marked - k) * (drawn - k) / ((k + 1) * (all - marked - drawn + k + 1));
      sum += term;
    }
    return Math.min(1, sum);
  }

  /**
   * Adjusts p-values so that rejecting those at or below q keeps the false discovery rate at q; if
   * no feature has changed, that is the probability of any alarm. Source: Benjamini &amp; Hochberg
   * (1995), <a
   * href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">doi:10.1111/j.2517-6161.1995.tb02031.x</a>.
   */
  static double[] benjaminiHochberg(double[] pValues) {
    List<Integer> order =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .toList();
    double[] adjusted = new double[pValues.length];
    double smallest = 1;
    for (int rank = order.size(); rank >= 1; rank--) {
      int test = order.get(rank - 1);
      smallest = Math.min(smallest, pValues[test] * pValues.length / rank);
      adjusted[test] = smallest;
    }
    return adjusted;
  }

  /** Bins joined until each group is large enough, and what is rare. */
  private static final class Groups {
    private final double[] reference;
    private final double[] batch;
    private final double referenceRows;
    private final double batchRows;
    private int size;
    private int rareReference;
    private int rareBatch;
    private int outside;

    private Groups(FeatureDistribution left, FeatureDistribution right) {
      reference = new double[left.counts().size() + 2];
      batch = new double[reference.length];
      referenceRows = left.rows();
      batchRows = right.rows();
    }

    static Groups of(FeatureDistribution left, FeatureDistribution right) {
      Groups groups = new Groups(left, right);
      if (left.categories() > 0) {
        groups.addCodes(left.counts(), right.counts());
      } else {
        groups.addBins(left.counts(), right.counts());
      }
      groups.addOrSpare(left.missing(), right.missing());
      return groups;
    }

    /** Joins bins from the left; the reference alone decides, as it has decided on the bins. */
    private void addBins(List<Integer> left, List<Integer> right) {
      double enough = FEWEST * Math.max(1, referenceRows / batchRows);
      int openReference = 0;
      int openBatch = 0;
      for (int bin = 0; bin < left.size(); bin++) {
        if (left.get(bin) == 0) {
          rareBatch += right.get(bin);
          outside += right.get(bin);
          continue;
        }
        openReference += left.get(bin);
        openBatch += right.get(bin);
        if (openReference >= enough) {
          add(openReference, openBatch);
          openReference = 0;
          openBatch = 0;
        }
      }
      if (size == 0) {
        add(openReference, openBatch);
      } else {
        reference[size - 1] += openReference;
        batch[size - 1] += openBatch;
      }
    }

    /**
     * Spares codes that are rare in both samples together: those that are rare in the reference
     * alone are so by chance too, and would seem to have become more frequent.
     */
    private void addCodes(List<Integer> left, List<Integer> right) {
      for (int code = 0; code < left.size(); code++) {
        addOrSpare(left.get(code), right.get(code));
      }
      if (isEnough(rareReference, rareBatch)) {
        add(rareReference, rareBatch);
      }
    }

    private void addOrSpare(int inReference, int inBatch) {
      if (isEnough(inReference, inBatch)) {
        add(inReference, inBatch);
      } else {
        rareReference += inReference;
        rareBatch += inBatch;
      }
    }

    private boolean isEnough(double inReference, double inBatch) {
      double smaller = Math.min(referenceRows, batchRows) / (referenceRows + batchRows);
      return (inReference + inBatch) * smaller >= FEWEST;
    }

    private void add(int inReference, int inBatch) {
      if (inReference + inBatch > 0) {
        reference[size] = inReference;
        batch[size++] = inBatch;
      }
    }
  }
}
