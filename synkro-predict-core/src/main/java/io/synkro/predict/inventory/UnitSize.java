package io.synkro.predict.inventory;

import io.synkro.predict.internal.Require;

/**
 * What a unit takes of a warehouse; zero of what does not matter.
 *
 * @param volume cubic metres, zero or more
 * @param weight zero or more, such as kilograms; the unit is that of the limits it is held against
 * @param pallets pallet places, zero or more; 0.02 if fifty fit on a pallet
 */
public record UnitSize(double volume, double weight, double pallets) {
  /** {@inheritDoc} */
  public UnitSize {
    Require.nonNegative("unitVolume", volume, "");
    Require.nonNegative("unitWeight", weight, "");
    Require.nonNegative("unitPallets", pallets, "");
  }

  /**
   * Creates a size of which only the volume matters.
   *
   * @param cubicMetres zero or more
   * @return the size
   */
  public static UnitSize ofVolume(double cubicMetres) {
    return new UnitSize(cubicMetres, 0, 0);
  }
}
