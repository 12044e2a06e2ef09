package io.synkro.predict.forecast.internal;

/**
 * Steps ahead that one model forecasts.
 *
 * @param first the nearest, at least 1
 * @param last the farthest, at least {@code first}
 */
public record HorizonRange(int first, int last) {
  /**
   * Returns how many there are.
   *
   * @return at least 1
   */
  public int steps() {
    return last - first + 1;
  }
}
