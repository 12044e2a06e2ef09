package io.synkro.predict.univariate;

/**
 * Kind of demand by how often it occurs and how much its size varies. Source: Syntetos, Boylan
 * &amp; Croston (2005), <a
 * href="https://doi.org/10.1057/palgrave.jors.2601841">doi:10.1057/palgrave.jors.2601841</a>.
 */
public enum DemandClass {
  /** Often and of similar size: ADI below 1.32, CV² below 0.49. */
  SMOOTH,
  /** Often and of very different size: ADI below 1.32, CV² of 0.49 or more. */
  ERRATIC,
  /** Seldom and of similar size: ADI of 1.32 or more, CV² below 0.49. */
  INTERMITTENT,
  /** Seldom and of very different size: ADI of 1.32 or more, CV² of 0.49 or more. */
  LUMPY,
  /** Nothing was sold, or nothing was observed. */
  NO_DEMAND;

  private static final double ADI_LIMIT = 1.32;
  private static final double CV2_LIMIT = 0.49;

  /**
   * Returns whether demand comes often enough to be smooth or erratic.
   *
   * @param adi average demand interval, at least 1
   * @return false if it is intermittent or lumpy
   */
  public static boolean isFrequent(double adi) {
    return adi < ADI_LIMIT;
  }

  /**
   * Classifies demand that there was.
   *
   * @param adi average demand interval, at least 1
   * @param cv2 squared coefficient of variation of the demands above zero
   * @return one of the four classes with demand
   */
  public static DemandClass of(double adi, double cv2) {
    if (isFrequent(adi)) {
      return cv2 < CV2_LIMIT ? SMOOTH : ERRATIC;
    }
    return cv2 < CV2_LIMIT ? INTERMITTENT : LUMPY;
  }
}
