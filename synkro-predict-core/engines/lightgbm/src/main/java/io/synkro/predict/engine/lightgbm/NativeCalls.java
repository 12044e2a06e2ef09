package io.synkro.predict.engine.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import io.synkro.predict.engine.TrainingFailedException;

/** What all calls of LightGBM's C interface share: error codes and returned handles. */
final class NativeCalls {
  private NativeCalls() {}

  /** A call that writes a handle to the place it is given. */
  interface HandleCall {
    int call(long handlePointer);
  }

  static void check(int code) {
    if (code != 0) {
      throw new TrainingFailedException(
          LightGbmLearner.NAME,
          lightgbmlibJNI.LGBM_GetLastError().strip(),
          "check labels, weights and options against what the message names",
          null);
    }
  }

  static long handle(HandleCall call) {
    long pointer = lightgbmlibJNI.new_voidpp();
    try {
      check(call.call(pointer));
      return lightgbmlibJNI.voidpp_value(pointer);
    } finally {
      lightgbmlibJNI.delete_voidpp(pointer);
    }
  }
}
