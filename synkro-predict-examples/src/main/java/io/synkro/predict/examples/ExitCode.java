package io.synkro.predict.examples;

import io.synkro.predict.SynkroPredictException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;

/** How a command ends. */
final class ExitCode {
  private static final int DONE = 0;
  private static final int FILE_FAILED = 1;
  private static final int UNUSABLE_INPUT = 2;

  private ExitCode() {}

  /** What a command does. */
  @FunctionalInterface
  interface Task {
    /** Does it. */
    void run() throws IOException;
  }

  /**
   * Runs a command.
   *
   * @param task what it does
   * @param err what went wrong
   * @return 0 if done, 2 if the input cannot be used, 1 if a file cannot be read or written
   */
  static int of(Task task, PrintStream err) {
    try {
      task.run();
      return DONE;
    } catch (SynkroPredictException | InvalidPathException e) {
      err.println(e.getMessage());
      return UNUSABLE_INPUT;
    } catch (IOException | UncheckedIOException e) {
      err.printf("A file could not be read or written (%s). Maybe check its name.%n", e);
      return FILE_FAILED;
    }
  }
}
