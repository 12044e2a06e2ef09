package io.synkro.predict.features.targets;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** A fitted transform that treats every step alike. */
final class PointwiseTarget implements FittedTarget {
  private final Domain domain;
  private final DoubleUnaryOperator forward;
  private final DoubleUnaryOperator back;

  PointwiseTarget(Domain domain, DoubleUnaryOperator forward, DoubleUnaryOperator back) {
    this.domain = domain;
    this.forward = forward;
    this.back = back;
  }

  /** Which demand can be transformed. */
  enum Domain {
    FINITE("must be finite, or NaN where it is missing") {
      @Override
      boolean holds(double demand) {
        return Double.isFinite(demand);
      }
    },
    ABOVE_MINUS_ONE("must be above -1 and finite for a logarithm") {
      @Override
      boolean holds(double demand) {
        return demand > -1 && Double.isFinite(demand);
      }
    },
    NOT_NEGATIVE("must be zero or positive, and finite, for a power") {
      @Override
      boolean holds(double demand) {
        return demand >= 0 && Double.isFinite(demand);
      }
    };

    private final String limit;

    Domain(String limit) {
      this.limit = limit;
    }

    abstract boolean holds(double demand);

    /** Refuses the first value outside; NaN is missing. */
    void require(double[] demand) {
      for (int i = 0; i < demand.length; i++) {
        Require.that(
            Double.isNaN(demand[i]) || holds(demand[i]),
            "demand at position " + i,
            demand[i],
            limit,
            this == FINITE ? "" : "treat returns apart from demand");
      }
    }
  }

  @Override
  public double[] transformHistory(double[] history) {
    return transform(history);
  }

  @Override
  public double[] transform(double[] next) {
    domain.require(next);
    return Arrays.stream(next).map(forward).toArray();
  }

  @Override
  public double[] invert(double[] forecast) {
    return Arrays.stream(forecast).map(back).toArray();
  }
}
