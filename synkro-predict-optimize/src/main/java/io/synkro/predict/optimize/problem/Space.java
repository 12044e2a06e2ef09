package io.synkro.predict.optimize.problem;

import io.synkro.predict.series.WarehouseId;

/** What stock takes of a warehouse. */
public enum Space {
  /** Cubic metres. */
  VOLUME("space"),
  /** Kilograms or tonnes, the same for units and limits. */
  WEIGHT("load"),
  /** Pallet places. */
  PALLETS("pallets");

  private final String word;

  Space(String word) {
    this.word = word;
  }

  /**
   * Says it in words.
   *
   * @param warehouse whose
   * @return such as "space of W1"
   */
  public String of(WarehouseId warehouse) {
    return word + " of " + warehouse;
  }
}
