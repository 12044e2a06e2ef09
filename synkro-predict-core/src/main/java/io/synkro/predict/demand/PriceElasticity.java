package io.synkro.predict.demand;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;

/**
 * How demand of a series answers to its own price: a price one percent higher changes it by {@code
 * value} percent.
 *
 * @param id product and warehouse
 * @param group the series it was drawn towards
 * @param observations number of steps that the series' own estimate rests on
 * @param ownValue what the series shows by itself; NaN if its price hardly changed, always changed
 *     with a promotion, or it sold too little
 * @param ownError standard error of {@code ownValue}; NaN with it
 * @param value elasticity, drawn towards the mean of the group by as much as it is unsure; usually
 *     below zero
 * @param standardError of {@code value}
 */
public record PriceElasticity(
    SeriesId id,
    String group,
    int observations,
    double ownValue,
    double ownError,
    double value,
    double standardError) {
  /**
   * Returns what demand is multiplied by if the price is.
   *
   * @param priceRatio new price over old price, above 0; ratios beyond those of the past are
   *     extrapolation
   * @return {@code priceRatio} to the power of {@link #value}
   */
  public double demandRatio(double priceRatio) {
    Require.positive("priceRatio", priceRatio, "write half the price as 0.5");
    return StrictMath.pow(priceRatio, value);
  }
}
