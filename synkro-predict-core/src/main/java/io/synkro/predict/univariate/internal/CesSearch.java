package io.synkro.predict.univariate.internal;

/**
 * Estimates complex exponential smoothing of one kind by least squares, within the bounds and from
 * the start of the function {@code ces} of the R package smooth and of statsforecast. Stateless.
 */
public final class CesSearch {
  private static final double[] LOW = {0.01, 0.01, 0.01, 0.01};
  private static final double[] HIGH = {1.8, 1.9, 1.5, 1.5};
  private static final NelderMead.Options OPTIONS = new NelderMead.Options(0.05, 1e-4, 1000, 1e-4);

  /** A simplex that was pressed flat against a bound gets its room back by a new beginning. */
  private static final int RESTARTS = 5;

  private static final double WORTH = 1e-3;

  /** Squared errors below this share of the squared values are zero but for rounding. */
  private static final double ROUNDING = 1e-26;

  /**
   * An estimate.
   *
   * @param type how the season is treated
   * @param season steps of a season; 1 for none
   * @param parameters the parameters
   * @param aicc Akaike's information criterion, corrected for short series, without constants
   */
  public record Estimate(CesType type, int season, CesParameters parameters, double aicc) {}

  private CesSearch() {}

  /**
   * Estimates the parameters.
   *
   * @param values at least two seasons, not all equal
   * @param type how the season is treated
   * @param season steps of a season
   * @return the estimate; its criterion is infinite if the series is too short to tell
   */
  public static Estimate search(double[] values, CesType type, int season) {
    int length = type == CesType.NONE ? 1 : season;
    CesRecursion initial = CesRecursion.initial(type, length, values);
    CesRecursion recursion = new CesRecursion(type, length);
    double[] point = start(type);
    int n = values.length;
    double least = Double.MIN_NORMAL;
    for (double value : values) {
      least += ROUNDING * value * value;
    }
    double rounding = least;
    NelderMead search = new NelderMead(point.length, OPTIONS);
    NelderMead.Objective objective =
        at -> {
          recursion.begin(initial);
          recursion.use(parameters(at));
          recursion.backfit(values);
          return n * StrictMath.log(Math.max(rounding, recursion.forward(values)));
        };
    double likelihood = search.minimise(objective, point, LOW, HIGH);
    double gain = Double.POSITIVE_INFINITY;
    for (int k = 0; k < RESTARTS && gain > WORTH; k++) {
      double next = search.minimise(objective, point, LOW, HIGH);
      gain = likelihood - next;
      likelihood = next;
    }
    int count = Math.max(2, point.length) + 1;
    double correction =
        n > count + 1 ? 2.0 * count * n / (n - count - 1) : Double.POSITIVE_INFINITY;
    return new Estimate(type, length, parameters(point), likelihood + correction);
  }

  private static double[] start(CesType type) {
    if (type == CesType.PARTIAL) {
      return new double[] {1.3, 1, 0.1};
    }
    return type == CesType.FULL ? new double[] {1.3, 1, 1.3, 1} : new double[] {1.3, 1};
  }

  private static CesParameters parameters(double[] point) {
    return new CesParameters(
        point[0], point[1], point.length > 2 ? point[2] : 0, point.length > 3 ? point[3] : 0);
  }
}
