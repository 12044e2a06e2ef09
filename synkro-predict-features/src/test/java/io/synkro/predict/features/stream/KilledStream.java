package io.synkro.predict.features.stream;

import io.synkro.predict.features.LiveFeatures;
import io.synkro.predict.features.log.Durability;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Handles events, says so after each, and is there to be killed; snapshots come in between. */
public final class KilledStream {
  static final int LATENESS = 3;

  /** Bytes that are printed for each event. */
  static final int LINE = "handled\n".length();

  private static final int SNAPSHOT_EVERY = 97;

  private KilledStream() {}

  /**
   * Handles events.
   *
   * @param args folder, and the position of the first event
   */
  public static void main(String[] args) throws IOException {
    List<DemandEvent> events = events();
    try (DurableLiveFeatures features = open(Path.of(args[0]))) {
      for (int i = Integer.parseInt(args[1]); i < events.size(); i++) {
        features.handle(events.get(i));
        System.out.println("handled");
        if (i % SNAPSHOT_EVERY == 0) {
          features.snapshot();
        }
      }
    }
  }

  /** The same ones in every process. */
  static List<DemandEvent> events() {
    SplittableRandom random = new SplittableRandom(11);
    return Events.shuffled(Events.random(12, 400, random), LATENESS, random);
  }

  static DurableLiveFeatures open(Path folder) throws IOException {
    return DurableLiveFeatures.open(
        folder,
        LiveFeatures.of(DemandStreamTest.pipeline(), DemandStreamTest.like(), LATENESS + 1),
        new DurableLiveFeatures.Setup(
            StreamOptions.defaults(), late -> {}, Durability.PROCESS_CRASH));
  }
}
