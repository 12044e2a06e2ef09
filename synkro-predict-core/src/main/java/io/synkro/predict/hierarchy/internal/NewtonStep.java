package io.synkro.predict.hierarchy.internal;

import java.util.Arrays;

/** The search of {@link WeightedMethod}, with its work arrays; not safe for use by many threads. */
final class NewtonStep implements ReconciliationMethod.Step {
  private static final int MOST_STEPS = 30;
  private static final int MOST_HALVINGS = 30;
  private static final double ACCURACY = 1e-12;

  /** Multiple of the tolerance that is good enough once rounding keeps it from being reached. */
  private static final double STALLED = 1e4;

  /** Accuracy of the systems: exact ones are wasted while it is open which series are at zero. */
  private static final double ROUGH = 1e-3;

  private static final double FINE = 1e-10;

  private final SummingMatrix sums;
  private final boolean[] absent;
  private final int totals;

  /** Error variances of the totals and of the series; zero for series without a forecast. */
  private final double[] totalVariance;

  private final double[] seriesVariance;
  private final double[] totalBase;
  private final double[] seriesBase;

  /** Tolerance of F by total. */
  private final double[] tolerance;

  private final double[] z;
  private final double[] trial;
  private final double[] direction;
  private final double[] gradient;

  /** b̂ + W_b C'z. */
  private final double[] candidate;

  private final double[] freeVariance;
  private final double[] spread;
  private final ConjugateGradients system;
  private boolean nonNegative;

  NewtonStep(SummingMatrix sums, double[] variances, boolean[] absent) {
    this.sums = sums;
    this.absent = absent;
    this.totals = sums.totals();
    this.totalVariance = Arrays.copyOf(variances, totals);
    this.seriesVariance = Arrays.copyOfRange(variances, totals, variances.length);
    for (int j = 0; j < seriesVariance.length; j++) {
      seriesVariance[j] = absent[totals + j] ? 0 : seriesVariance[j];
    }
    this.totalBase = new double[totals];
    this.seriesBase = new double[sums.series()];
    this.tolerance = new double[totals];
    this.z = new double[totals];
    this.trial = new double[totals];
    this.direction = new double[totals];
    this.gradient = new double[totals];
    this.candidate = new double[sums.series()];
    this.freeVariance = new double[sums.series()];
    this.spread = new double[sums.series()];
    this.system = new ConjugateGradients(sums, totalVariance, absent);
  }

  @Override
  public boolean solve(double[] base, boolean atLeastZero, double[] series) {
    this.nonNegative = atLeastZero;
    read(base);
    Arrays.fill(z, 0);
    double value = evaluate(z);
    boolean optimal = isWithin(1);
    for (int step = 0; step < MOST_STEPS && !optimal; step++) {
      double before = largestGradient();
      for (int j = 0; j < freeVariance.length; j++) {
        freeVariance[j] = nonNegative && candidate[j] < 0 ? 0 : seriesVariance[j];
      }
      system.solve(freeVariance, gradient, nonNegative ? ROUGH : FINE, direction);
      value = advance(value);
      boolean stalls = largestGradient() > before / 2;
      optimal = isWithin(stalls ? STALLED : 1);
    }
    for (int j = 0; j < series.length; j++) {
      series[j] = absent[totals + j] ? Double.NaN : bounded(candidate[j]);
    }
    return optimal;
  }

  private void read(double[] base) {
    double[] size = new double[seriesBase.length];
    for (int j = 0; j < seriesBase.length; j++) {
      seriesBase[j] = absent[totals + j] ? 0 : base[totals + j];
      size[j] = Math.abs(seriesBase[j]);
    }
    sums.addUp(size, tolerance);
    double largest = 0;
    for (int g = 0; g < totals; g++) {
      totalBase[g] = absent[g] ? 0 : base[g];
      tolerance[g] = ACCURACY * (tolerance[g] + Math.abs(totalBase[g]));
      largest = Math.max(largest, tolerance[g]);
    }
    for (int g = 0; g < totals; g++) {
      tolerance[g] += 1e-3 * largest;
    }
  }

  /** Moves z against the gradient; halves the step until the function falls enough. */
  private double advance(double value) {
    double slope = 0;
    double before = 0;
    for (int g = 0; g < totals; g++) {
      slope -= direction[g] * gradient[g];
      before = Math.max(before, Math.abs(gradient[g]));
    }
    double length = 1;
    for (int halving = 0; ; halving++) {
      for (int g = 0; g < totals; g++) {
        trial[g] = z[g] - length * direction[g];
      }
      double reached = evaluate(trial);
      // near the end the function is flat to its last bit, but the gradient still falls
      boolean falls = reached <= value + 1e-4 * length * slope || largestGradient() < before / 2;
      if (falls || halving == MOST_HALVINGS) {
        System.arraycopy(trial, 0, z, 0, totals);
        return reached;
      }
      length /= 2;
    }
  }

  /** Sets candidate and gradient; returns ½z'W_a z + Σ max(0, candidate)² / 2w − â'z. */
  private double evaluate(double[] at) {
    sums.spread(at, candidate);
    double value = 0;
    for (int j = 0; j < candidate.length; j++) {
      candidate[j] = seriesBase[j] + seriesVariance[j] * candidate[j];
      spread[j] = bounded(candidate[j]);
      if (seriesVariance[j] > 0) {
        value += spread[j] * spread[j] / (2 * seriesVariance[j]);
      }
    }
    sums.addUp(spread, gradient);
    for (int g = 0; g < totals; g++) {
      value += at[g] * (totalVariance[g] * at[g] / 2 - totalBase[g]);
      gradient[g] += totalVariance[g] * at[g] - totalBase[g];
      if (absent[g]) {
        gradient[g] = 0; // its multiplier stays at zero: it says nothing
      }
    }
    return value;
  }

  private double bounded(double value) {
    return nonNegative ? Math.max(0, value) : value;
  }

  private boolean isWithin(double tolerances) {
    for (int g = 0; g < totals; g++) {
      if (Math.abs(gradient[g]) > tolerances * tolerance[g]) {
        return false;
      }
    }
    return true;
  }

  private double largestGradient() {
    double largest = 0;
    for (double g : gradient) {
      largest = Math.max(largest, Math.abs(g));
    }
    return largest;
  }
}
