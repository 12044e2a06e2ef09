package io.synkro.predict.features.internal;

import io.synkro.predict.univariate.DemandClass;

/**
 * How often and how evenly something was sold so far, as {@link
 * io.synkro.predict.univariate.DemandProfile} defines it.
 */
public final class DemandShape extends Fold {
  /** What is told. */
  public enum Measure {
    /** Average demand interval. */
    ADI("adi"),
    /** Squared coefficient of variation of the demands. */
    CV2("cv2"),
    /** Code of the {@link DemandClass}. */
    CLASS("demand_class");

    private final String text;

    Measure(String text) {
      this.text = text;
    }
  }

  private final Measure measure;

  /**
   * Creates the transform.
   *
   * @param measure what is told
   */
  public DemandShape(Measure measure) {
    super(measure.text, measure.text, 4);
    this.measure = measure;
  }

  @Override
  public void start(double[] state, int at) {
    state[at] = 0;
    Welford.start(state, at + 1);
  }

  @Override
  public void update(double[] state, int at, float value) {
    state[at] += Float.isNaN(value) ? 0 : 1;
    if (value > 0) {
      Welford.add(state, at + 1, value);
    }
  }

  @Override
  float value(double[] state, int at) {
    double demands = Welford.count(state, at + 1);
    double adi = state[at] / demands;
    double mean = Welford.mean(state, at + 1);
    double cv2 = demands == 1 ? 0 : Welford.variance(state, at + 1) / (mean * mean);
    return switch (measure) {
      case ADI -> demands == 0 ? Float.NaN : (float) adi;
      case CV2 -> (float) cv2;
      case CLASS -> code(demands == 0 ? DemandClass.NO_DEMAND : DemandClass.of(adi, cv2));
    };
  }

  /** Codes that models have learnt do not move if the enum grows. */
  private static float code(DemandClass demandClass) {
    return switch (demandClass) {
      case SMOOTH -> 0;
      case ERRATIC -> 1;
      case INTERMITTENT -> 2;
      case LUMPY -> 3;
      case NO_DEMAND -> 4;
    };
  }
}
