package io.synkro.predict.features.offline;

import io.synkro.predict.features.view.FeatureBatch;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Commits batches until it is killed, and prints the id of each when it is committed. Every second
 * batch has the same id in all processes of a round.
 */
final class CommittingProcess {
  static final int ROWS = 200;

  private CommittingProcess() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    OfflineStore store = OfflineStore.open(Path.of(args[0]));
    PrintStream out = System.out;
    for (int b = 0; ; b++) {
      String id = b % 2 == 0 ? args[1] + "-" + b : args[1] + args[2] + b;
      FeatureBatch batch = Cases.random(Cases.VIEW, ROWS, new SplittableRandom(b));
      store.commit(Cases.VIEW, batch, Cases.lineage(b, b + ROWS), id);
      out.println(id);
      out.flush();
    }
  }
}
