package io.synkro.predict;

/**
 * Hears how far a long piece of work has come. Called on the thread that does the work, so it must
 * be quick; what it throws ends the work.
 */
@FunctionalInterface
public interface ProgressListener {
  /**
   * Hears of progress.
   *
   * @param stage what is being done, in words for people
   * @param done finished parts, from 0 to {@code total}
   * @param total number of parts, at least 1
   */
  void progress(String stage, int done, int total);

  /**
   * Returns a listener that ignores everything.
   *
   * @return a listener
   */
  static ProgressListener none() {
    return (stage, done, total) -> {};
  }
}
