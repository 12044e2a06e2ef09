package io.synkro.predict.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made once, by the first thread that asks; others wait for it then, and never
 * again.
 *
 * @param <T> type of the value
 */
public final class Lazy<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T value;

  /**
   * Creates a value to be made.
   *
   * @param maker makes it; asked again if it fails
   */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /**
   * Returns the value.
   *
   * @return the same object every time
   */
  public T get() {
    T made = value;
    if (made == null) {
      synchronized (this) {
        made = value;
        if (made == null) {
          made = maker.get();
          value = made;
        }
      }
    }
    return made;
  }
}
