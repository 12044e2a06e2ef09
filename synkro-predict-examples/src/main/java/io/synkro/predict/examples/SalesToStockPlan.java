package io.synkro.predict.examples;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.examples.job.Arguments;
import io.synkro.predict.examples.job.PlanningJob;
import io.synkro.predict.examples.job.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * From a sales file and a stock file to data quality, forecast, stock-outs, a stock plan and
 * patterns, on the screen and as a page to open. Without files it works on a sample that it
 * generates.
 */
public final class SalesToStockPlan {
  private static final int UNWRITABLE_OUTPUT = 1;
  private static final int UNUSABLE_INPUT = 2;

  private SalesToStockPlan() {}

  /**
   * Runs the job and ends the process with its exit code.
   *
   * @param words see {@link Arguments#USAGE}
   */
  public static void main(String[] words) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(words), out, err));
  }

  /**
   * Runs the job.
   *
   * @param words see {@link Arguments#USAGE}
   * @param out progress and summary
   * @param err what went wrong
   * @return 0 if done, 2 if the input cannot be used, 1 if the output cannot be written
   */
  public static int run(List<String> words, PrintStream out, PrintStream err) {
    if (words.contains("--help")) {
      out.print(Arguments.USAGE);
      return 0;
    }
    try {
      Progress progress = new Progress(out, System::nanoTime);
      new PlanningJob(Arguments.of(words), progress, out).run();
      return 0;
    } catch (SynkroPredictException e) {
      err.println(e.getMessage());
      return UNUSABLE_INPUT;
    } catch (IOException | UncheckedIOException e) {
      err.printf(
          "The report could not be written (%s). Maybe choose another folder with --out.%n", e);
      return UNWRITABLE_OUTPUT;
    }
  }
}
