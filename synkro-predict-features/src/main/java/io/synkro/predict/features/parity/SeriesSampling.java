package io.synkro.predict.features.parity;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;

/**
 * Which series are logged: always the same ones, in every process and on every machine, and with a
 * larger share all of a smaller one. Immutable.
 *
 * @param tenThousandths share of all series, 0 to 10,000
 */
public record SeriesSampling(int tenThousandths) {
  private static final int ALL = 10_000;

  /** {@inheritDoc} */
  public SeriesSampling {
    Require.that(
        tenThousandths >= 0 && tenThousandths <= ALL,
        "tenThousandths",
        tenThousandths,
        "must be from 0 to 10,000",
        "");
  }

  /**
   * Samples all series.
   *
   * @return the sampling
   */
  public static SeriesSampling all() {
    return new SeriesSampling(ALL);
  }

  /**
   * Returns whether a series is logged.
   *
   * @param id any series
   * @return the same for ever
   */
  public boolean includes(SeriesId id) {
    // String.hashCode is specified; the mixing is the finalizer of MurmurHash3
    long hash = ((long) id.product().value().hashCode() << 32) ^ id.warehouse().value().hashCode();
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return Long.remainderUnsigned(hash ^ hash >>> 33, ALL) < tenThousandths;
  }
}
