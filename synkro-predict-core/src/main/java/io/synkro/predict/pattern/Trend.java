package io.synkro.predict.pattern;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;

/** Where a series' demand is heading, or why that cannot be told. */
public sealed interface Trend {
  /**
   * Returns the series.
   *
   * @return product and warehouse
   */
  SeriesId series();

  /** Where demand is heading. */
  enum Direction {
    /** Demand grows, beyond what chance explains. */
    RISING,
    /** Demand shrinks, beyond what chance explains. */
    FALLING,
    /** Chance alone would explain what is seen. */
    FLAT
  }

  /**
   * A trend that was tested with the Mann-Kendall test.
   *
   * @param series product and warehouse
   * @param direction rising or falling if {@code adjustedPValue} is at most the significance asked
   *     for, else flat
   * @param percentPerYear Sen's slope over a year, in percent of the mean level
   * @param z statistic of the test, positive for growth
   * @param pValue two-sided; allows for weeks that resemble the week before, but not for swings
   *     that take years
   * @param adjustedPValue the same, corrected for the number of series (false discovery rate)
   * @param periods weeks (months, quarters or years of a coarser panel) with a value
   * @param seasonal whether only equal weeks of different years were compared, so that the season
   *     cannot pass for a trend; false if there are less than two years
   */
  record Measured(
      SeriesId series,
      Direction direction,
      double percentPerYear,
      double z,
      double pValue,
      double adjustedPValue,
      int periods,
      boolean seasonal)
      implements Trend {
    /** {@inheritDoc} */
    public Measured {
      Require.that(pValue >= 0 && pValue <= 1, "pValue", pValue, "must be from 0 to 1", "");
      Require.that(
          adjustedPValue >= pValue && adjustedPValue <= 1,
          "adjustedPValue",
          adjustedPValue,
          "must be from pValue to 1",
          "");
    }
  }

  /**
   * Too few observations for a trend.
   *
   * @param series product and warehouse
   * @param periods weeks (months, quarters or years of a coarser panel) with a value
   * @param required how many are needed
   */
  record TooShort(SeriesId series, int periods, int required) implements Trend {
    /** {@inheritDoc} */
    public TooShort {
      Require.that(periods < required, "periods", periods, "must be below " + required, "");
    }
  }
}
