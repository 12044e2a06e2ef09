package io.synkro.predict.features.internal;

import io.synkro.predict.tabular.HistoryTransform;

/** A transform of a window, which may be given another one. */
public interface Windowed extends HistoryTransform {
  /**
   * Returns the window.
   *
   * @return the window
   */
  Window window();

  /**
   * Returns the same statistic of another window.
   *
   * @param other the window
   * @return the transform
   */
  Windowed with(Window other);
}
