package io.synkro.predict.engine.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import io.synkro.predict.engine.TrainingFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A booster in native memory; close it before its data set. */
final class NativeBooster implements AutoCloseable {
  private static final String LAST_LINE = "\nend of trees\n";

  private final long handle;

  NativeBooster(NativeDataset dataset, String parameters) {
    this.handle =
        NativeCalls.handle(
            pointer -> lightgbmlibJNI.LGBM_BoosterCreate(dataset.handle(), parameters, pointer));
  }

  long handle() {
    return handle;
  }

  /** Computes losses of these data, which must outlive the booster. */
  void validateBy(NativeDataset validation) {
    NativeCalls.check(lightgbmlibJNI.LGBM_BoosterAddValidData(handle, validation.handle()));
  }

  /** Returns the loss of the validation data. */
  double validationLoss() {
    long count = lightgbmlibJNI.new_intp();
    try (NativeDoubles loss = new NativeDoubles(1)) {
      NativeCalls.check(lightgbmlibJNI.LGBM_BoosterGetEval(handle, 1, count, loss.handle()));
      return loss.get(0);
    } finally {
      lightgbmlibJNI.delete_intp(count);
    }
  }

  /** Grows the trees of a round; false if no leaf could be split any more. */
  boolean update() {
    long finished = lightgbmlibJNI.new_intp();
    try {
      NativeCalls.check(lightgbmlibJNI.LGBM_BoosterUpdateOneIter(handle, finished));
      return lightgbmlibJNI.intp_value(finished) == 0;
    } finally {
      lightgbmlibJNI.delete_intp(finished);
    }
  }

  /**
   * Returns header and trees of the first rounds, of all for -1. What LightGBM writes after them,
   * importances and parameters, is left out: with the number of threads in it, equal models would
   * not be equal texts. A file goes between, since the call that returns the text leaks memory.
   */
  String modelText(int rounds) {
    try {
      Path folder = PrivateFolder.create();
      try {
        Path file = folder.resolve("model.txt");
        NativeCalls.check(
            lightgbmlibJNI.LGBM_BoosterSaveModel(handle, 0, rounds, 0, file.toString()));
        String text = Files.readString(file);
        int end = text.indexOf(LAST_LINE);
        if (end < 0) {
          throw new IOException("%s was cut short".formatted(file));
        }
        return text.substring(0, end + LAST_LINE.length());
      } finally {
        PrivateFolder.delete(folder);
      }
    } catch (IOException e) {
      throw new TrainingFailedException(
          LightGbmLearner.NAME,
          "the model could not be passed through a temporary file, " + e,
          "set java.io.tmpdir to a folder with free space, and do not interrupt the thread",
          e);
    }
  }

  @Override
  public void close() {
    NativeCalls.check(lightgbmlibJNI.LGBM_BoosterFree(handle));
  }
}
