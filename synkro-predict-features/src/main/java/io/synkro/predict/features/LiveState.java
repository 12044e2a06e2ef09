package io.synkro.predict.features;

import io.synkro.predict.features.LiveLayout.Carried;
import io.synkro.predict.features.LiveLayout.Part;
import io.synkro.predict.features.internal.WholeTotals;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The past of one entity or group, as far as its features need it: the last values of each channel,
 * and what the transforms carry along, as of the last step that can no longer be corrected. Hold
 * its monitor while calling any method.
 */
final class LiveState {
  /** A state may skip so many steps at once; more is a wrong date. */
  static final int MOST_SKIPPED = 10_000;

  /** Reads take so few steps from numbers that were kept, wherever the newest step is. */
  private static final int NEAR = 32;

  private static final int NOTHING = Integer.MIN_VALUE;

  private final Part part;
  private final ChannelRing[] rings;
  private final double[] carried;
  private int start = NOTHING;
  private int newest = NOTHING;

  /** First step that the carried numbers do not hold. */
  private int next;

  /** The carried numbers of a later step, kept by a read until anything is reported. */
  private double @Nullable [] ahead;

  /** First step that the numbers ahead do not hold. */
  private int nextAhead;

  LiveState(Part part) {
    this.part = part;
    this.rings = new ChannelRing[part.channels().size()];
    for (int c = 0; c < rings.length; c++) {
      rings[c] = new ChannelRing(part.capacities().get(c));
    }
    this.carried = new double[part.numbers()];
    for (Carried each : part.carried()) {
      each.feature().transform().start(carried, each.at());
    }
  }

  boolean isEmpty() {
    return newest == NOTHING;
  }

  int start() {
    return start;
  }

  int newest() {
    return newest;
  }

  /** Whether the features just before a step can be computed. */
  boolean knows(int origin, int openSteps) {
    return isEmpty() || (origin > newest - openSteps && origin - (long) newest <= MOST_SKIPPED);
  }

  /** Whether a step can be given or corrected. */
  boolean isOpen(int step, int openSteps) {
    return isEmpty() || step > newest - openSteps;
  }

  /** Makes room for an open step; steps between the newest one and it are missing. */
  void reach(int step, int openSteps) {
    ahead = null;
    if (isEmpty()) {
      start = step;
      newest = step;
      next = step;
    } else if (step < start) {
      start = step;
      next = step;
    }
    while (newest < step) {
      newest++;
      for (ChannelRing ring : rings) {
        ring.set(newest, Float.NaN);
      }
      for (; next <= newest - openSteps; next++) {
        advance(carried, next);
      }
    }
  }

  void set(int channel, int step, float value) {
    ahead = null;
    rings[channel].set(step, value);
  }

  /** The value of a step not older than the ring; NaN before the first and after the newest. */
  float get(int channel, int step) {
    return isEmpty() || step > newest || step < start ? Float.NaN : rings[channel].get(step);
  }

  private void advance(double[] numbers, int step) {
    for (Carried each : part.carried()) {
      int from = step - LiveLayout.delay(each.feature());
      if (from >= start) {
        float value = get(each.ring(), from);
        each.feature().transform().update(numbers, each.at(), value);
      }
    }
  }

  /** Copies as many values before an origin as there can be totals; unknown ones are NaN. */
  void copyBefore(int origin, int channel, float[] target, WholeTotals totals) {
    int count = totals.capacity();
    int from = origin - count;
    int known = isEmpty() ? 0 : Math.max(0, Math.min(count, newest + 1 - from));
    totals.begin(target);
    if (known > 0) {
      rings[channel].copy(from, known, target, totals);
    }
    Arrays.fill(target, known, count, Float.NaN);
  }

  /** Copies what the transforms carry along just before an origin. */
  void copyCarried(int origin, double[] target) {
    double[] from = carried;
    int step = isEmpty() ? origin : next;
    if (origin - step > 2 * NEAR && carried.length > 0) {
      from = goAhead(origin - NEAR);
      step = nextAhead;
    }
    System.arraycopy(from, 0, target, 0, carried.length);
    for (; step < origin; step++) {
      advance(target, step);
    }
  }

  /** Else each read of a series that is silent would go through all of its silence. */
  private double[] goAhead(int step) {
    double[] numbers = ahead;
    if (numbers == null || nextAhead > step + NEAR) {
      numbers = carried.clone();
      nextAhead = next;
    }
    for (; nextAhead < step; nextAhead++) {
      advance(numbers, nextAhead);
    }
    ahead = numbers;
    return numbers;
  }

  /** Bytes that {@link #write} takes. */
  int bytes() {
    int bytes = 3 * Integer.BYTES + Double.BYTES * carried.length;
    for (ChannelRing ring : rings) {
      bytes += ring.bytes();
    }
    return bytes;
  }

  void write(ByteBuffer out) {
    out.putInt(start).putInt(newest).putInt(next);
    for (double number : carried) {
      out.putDouble(number);
    }
    for (ChannelRing ring : rings) {
      ring.write(out);
    }
  }

  /** Takes over what was written of a state of the same part. */
  void read(ByteBuffer in) {
    ahead = null;
    start = in.getInt();
    newest = in.getInt();
    next = in.getInt();
    for (int i = 0; i < carried.length; i++) {
      carried[i] = in.getDouble();
    }
    for (ChannelRing ring : rings) {
      ring.read(in);
    }
  }
}
