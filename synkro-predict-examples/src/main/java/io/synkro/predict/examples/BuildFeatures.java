package io.synkro.predict.examples;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.examples.features.FeatureArguments;
import io.synkro.predict.examples.features.FeatureJob;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * From a sales file to features: computes them, keeps them in a feature store, trains a model on
 * them, and shows that the model is served what it was trained on. Without a file it works on a
 * sample that it generates.
 */
public final class BuildFeatures {
  private static final int UNWRITABLE_OUTPUT = 1;
  private static final int UNUSABLE_INPUT = 2;

  private BuildFeatures() {}

  /**
   * Runs the job and ends the process with its exit code.
   *
   * @param words see {@link FeatureArguments#USAGE}
   */
  public static void main(String[] words) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(words), out, err));
  }

  /**
   * Runs the job.
   *
   * @param words see {@link FeatureArguments#USAGE}
   * @param out what was done
   * @param err what went wrong
   * @return 0 if done, 2 if the input cannot be used, 1 if the output cannot be written
   */
  public static int run(List<String> words, PrintStream out, PrintStream err) {
    if (words.contains("--help")) {
      out.print(FeatureArguments.USAGE);
      return 0;
    }
    try {
      new FeatureJob(FeatureArguments.of(words), out).run();
      return 0;
    } catch (SynkroPredictException e) {
      err.println(e.getMessage());
      return UNUSABLE_INPUT;
    } catch (IOException | UncheckedIOException e) {
      err.printf(
          "The output could not be written (%s). Maybe choose another folder with --out.%n", e);
      return UNWRITABLE_OUTPUT;
    }
  }
}
