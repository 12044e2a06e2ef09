package io.synkro.predict.features;

import io.synkro.predict.features.LiveLayout.Part;
import java.nio.ByteBuffer;

/** A group of series as its series report: sums of the open steps, and the past of the group. */
final class LiveGroup {
  private final boolean mean;
  private final int openSteps;
  private final GroupSums sums;
  private final LiveState state;

  LiveGroup(Part part, int openSteps) {
    this.mean = part.channels().get(0).mean();
    this.openSteps = openSteps;
    this.sums = new GroupSums(openSteps);
    this.state = new LiveState(part);
  }

  /** The state, which is also the monitor of the group. */
  LiveState state() {
    return state;
  }

  /** Whether a step takes values. */
  boolean isOpen(int step) {
    synchronized (state) {
      return state.isOpen(step, openSteps);
    }
  }

  /**
   * Replaces the value of one of its series.
   *
   * @return false if the step is closed
   */
  boolean replace(int step, float old, float value) {
    synchronized (state) {
      if (!state.isOpen(step, openSteps)) {
        return false;
      }
      int before = state.isEmpty() ? step - 1 : state.newest();
      state.reach(step, openSteps);
      for (int s = Math.max(before + 1, step - openSteps + 1); s <= step; s++) {
        sums.clear(Math.floorMod(s, openSteps));
      }
      int slot = Math.floorMod(step, openSteps);
      sums.remove(slot, old);
      sums.add(slot, value);
      state.set(0, step, sums.value(slot, mean));
      return true;
    }
  }

  /** Bytes that {@link #write} takes. */
  int bytes() {
    return sums.bytes() + state.bytes();
  }

  void write(ByteBuffer out) {
    sums.write(out);
    state.write(out);
  }

  /** Takes over what was written of a group of the same channel. */
  void read(ByteBuffer in) {
    sums.read(in);
    state.read(in);
  }
}
