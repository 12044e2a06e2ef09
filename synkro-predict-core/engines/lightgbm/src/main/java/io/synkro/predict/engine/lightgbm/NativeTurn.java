package io.synkro.predict.engine.lightgbm;

import io.synkro.predict.engine.TrainingFailedException;
import java.util.function.Supplier;

/**
 * Whose turn it is to run native code. All that runs at the same time does so with the same number
 * of OpenMP threads: that number is the one thing that trainings share (a global that each call
 * sets, and that buffers are sized and used by), all else belongs to a data set or booster, or to a
 * thread. Others wait. Source: {@code openmp_wrapper.cpp}, and the static variables of LightGBM
 * 4.3.0, of which only ranking uses more.
 *
 * <p>Copies of this class in several class loaders may share one native library. So the lock is an
 * interned string, and a system property holds the number of trainings and that of their threads.
 */
final class NativeTurn {
  private static final Object PROCESS_LOCK =
      "io.synkro.predict.engine.lightgbm: native code".intern();

  private static final String RUNNING = "io.synkro.predict.engine.lightgbm.running";
  private static final String THREADS = "io.synkro.predict.engine.lightgbm.threads";

  private NativeTurn() {}

  /** Runs native code as soon as nothing runs with another number of threads. */
  static <T> T call(int threads, int rounds, Supplier<T> code) {
    begin(threads, rounds);
    try {
      return code.get();
    } finally {
      end();
    }
  }

  private static void begin(int threads, int rounds) {
    synchronized (PROCESS_LOCK) {
      while (Integer.getInteger(RUNNING, 0) > 0 && Integer.getInteger(THREADS, 0) != threads) {
        try {
          PROCESS_LOCK.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          TrainingFailedException.ifInterrupted(LightGbmLearner.NAME, 0, rounds);
        }
      }
      System.setProperty(THREADS, Integer.toString(threads));
      add(1);
    }
  }

  private static void add(int change) {
    System.setProperty(RUNNING, Integer.toString(Integer.getInteger(RUNNING, 0) + change));
  }

  private static void end() {
    synchronized (PROCESS_LOCK) {
      add(-1);
      PROCESS_LOCK.notifyAll();
    }
  }
}
