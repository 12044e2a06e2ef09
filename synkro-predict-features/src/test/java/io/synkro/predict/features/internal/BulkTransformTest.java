package io.synkro.predict.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.features.internal.DemandShape.Measure;
import io.synkro.predict.features.internal.StepsSince.Event;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is computed for all steps at once has the bits of what is computed one by one. */
class BulkTransformTest {
  static List<BulkTransform> transforms() {
    List<BulkTransform> all = new ArrayList<>();
    all.add(new Lag(1));
    all.add(new Lag(364));
    for (int size : new int[] {1, 2, 3, 4, 5, 7, 28, 31, 32, 33, 64, 65, 91, 200, 364}) {
      addWindow(all, new Window(size, 1, 1));
    }
    addWindow(all, new Window(28, 1, 20));
    addWindow(all, new Window(91, 1, 91));
    addWindow(all, new Window(1, 7, 1));
    addWindow(all, new Window(4, 7, 1));
    addWindow(all, new Window(8, 7, 3));
    addWindow(all, new Window(52, 7, 1));
    all.add(new RollingQuantile(Window.of(28), 0.1));
    all.add(new RollingQuantile(Window.of(28), 1));
    all.add(new RollingQuantile(Window.of(300), 0.9));
    all.add(new RollingQuantile(new Window(300, 1, 200), 0.5));
    all.add(new RollingQuantile(Window.of(1000), 0.5));
    all.add(new ExponentialMean(0.1, "ewm"));
    all.add(new ExponentialMean(1, "ewm"));
    all.add(new ExpandingMean());
    all.add(new ExpandingSd());
    all.add(new ExpandingExtreme(true));
    all.add(new ExpandingExtreme(false));
    all.add(new ExpandingZeroShare());
    all.add(new ExpandingQuantile(0.5));
    all.add(new ExpandingQuantile(0.9));
    all.add(new SeasonalFold(new ExponentialMean(0.1, "ewm"), 7));
    all.add(new SeasonalFold(new ExpandingQuantile(0.5), 3));
    for (Event event : Event.values()) {
      all.add(new StepsSince(event, "since"));
    }
    for (int reach : new int[] {1, 7, 90}) {
      all.add(new StepsUntil(reach));
    }
    for (Measure measure : Measure.values()) {
      all.add(new DemandShape(measure));
    }
    return all;
  }

  private static void addWindow(List<BulkTransform> all, Window window) {
    all.add(RollingAverage.mean(window));
    all.add(RollingAverage.zeroShare(window));
    if (window.size() > 1) {
      all.add(new RollingSd(window));
    }
    all.add(RollingExtreme.min(window));
    all.add(RollingExtreme.max(window));
    all.add(new RollingQuantile(window, 0.5));
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("transforms")
  void allStepsAtOnceAreEqualToOneByOne(BulkTransform transform) {
    ChannelBuffer buffer = new ChannelBuffer(transform.lookback() + 20);
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 24; round++) {
      int length = new int[] {0, 1, 2, 40, 300, 1300}[round % 6];
      fill(buffer, length, random.nextInt(-200, 20_000), random);
      for (int lag : new int[] {0, 1, 2, 9}) {
        int rows = length + lag;
        float[] fast = new float[rows + 2];
        float[] slow = new float[rows + 2];
        transform.fill(buffer, lag, new Slice().place(fast, 1, rows));
        BulkTransform.oneByOne(transform, buffer, lag, new Slice().place(slow, 1, rows));
        for (int t = 0; t < rows + 2; t++) {
          assertThat(Float.floatToRawIntBits(fast[t]))
              .as("step %d of %d, lag %d: %s, %s", t - 1, length, lag, fast[t], slow[t])
              .isEqualTo(Float.floatToRawIntBits(slow[t]));
        }
      }
    }
  }

  /** Whole numbers, decimals, gaps, values of very different size. */
  private static void fill(ChannelBuffer buffer, int length, long first, SplittableRandom random) {
    float[] room = buffer.begin(length, first);
    int kind = random.nextInt(6);
    for (int t = 0; t < length; t++) {
      double value =
          switch (kind) {
            case 0 -> random.nextInt(10);
            case 1 -> Math.max(0, random.nextDouble() * 9 - 4);
            case 2 -> random.nextInt(3) == 0 ? Double.NaN : random.nextInt(4) * 0.1;
            case 3 -> random.nextInt(4) == 0 ? Double.NaN : random.nextInt(-5, 6) * 0.3;
            case 4 -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
            default -> t < length / 3 ? Double.NaN : t % 50 == 0 ? -0.0 : 3 + t % 7;
          };
      room[buffer.pad() + t] = (float) value;
    }
    buffer.end();
  }

  @Test
  void largeWindowsTakeMemoryForOneWindow() {
    int steps = 17_520;
    ChannelBuffer buffer = new ChannelBuffer(8760);
    SplittableRandom random = new SplittableRandom(7);
    fill(buffer, steps, 0, random);
    float[] out = new float[steps];
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    new RollingQuantile(Window.of(8760), 0.5).fill(buffer, 1, new Slice().place(out, 0, steps));
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
  }
}
