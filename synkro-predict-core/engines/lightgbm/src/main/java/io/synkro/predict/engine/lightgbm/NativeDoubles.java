package io.synkro.predict.engine.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;

/** An array of doubles in native memory. */
final class NativeDoubles implements AutoCloseable {
  private final long handle;
  private final long length;

  NativeDoubles(long length) {
    this.length = length;
    this.handle = lightgbmlibJNI.new_doubleArray(length);
  }

  long handle() {
    return handle;
  }

  int length() {
    return Math.toIntExact(length);
  }

  void set(long index, double value) {
    lightgbmlibJNI.doubleArray_setitem(handle, index, value);
  }

  double get(long index) {
    return lightgbmlibJNI.doubleArray_getitem(handle, index);
  }

  @Override
  public void close() {
    lightgbmlibJNI.delete_doubleArray(handle);
  }
}
