package io.synkro.predict.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A run of the command inside the test's process, and what it printed. */
record Command(int exitCode, String out, String err) {
  /** Runs the command; words may be paths. */
  static Command run(Object... words) {
    List<String> texts = Arrays.stream(words).map(Object::toString).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = SalesToStockPlan.run(texts, stream(out), stream(err));
    return new Command(exitCode, text(out), text(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
