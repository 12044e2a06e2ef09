package io.synkro.predict.quality;

/** X. */
public final class DataQuality {
  private DataQuality() {}

  /**
   * X.
   *
   * @param p x
   * @return x
   */
  public static DataQualityReport assess(io.synkro.predict.series.SeriesPanel p) {
    return new DataQualityReport(p.toString());
  }
}
