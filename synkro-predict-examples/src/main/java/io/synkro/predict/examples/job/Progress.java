package io.synkro.predict.examples.job;

import io.synkro.predict.ProgressListener;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Prints each step of a job as it begins, with the time since the start. */
public final class Progress implements ProgressListener {
  private final PrintStream out;
  private final LongSupplier nanoTime;
  private final long start;

  /**
   * Creates a progress printer.
   *
   * @param out where to print
   * @param nanoTime clock, such as {@code System::nanoTime}
   */
  public Progress(PrintStream out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /**
   * Prints that a stage begins.
   *
   * @param stage what is being done
   */
  public void begin(String stage) {
    out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds(), stage);
    out.flush();
  }

  @Override
  public void progress(String stage, int done, int total) {
    if (done < total) {
      begin(total == 1 ? "  " + stage : "  %s %d of %d".formatted(stage, done + 1, total));
    }
  }

  /**
   * Returns the time since the start.
   *
   * @return seconds
   */
  public double seconds() {
    return (nanoTime.getAsLong() - start) / 1e9;
  }
}
