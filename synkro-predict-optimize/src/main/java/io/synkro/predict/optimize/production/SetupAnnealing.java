package io.synkro.predict.optimize.production;

import io.synkro.predict.optimize.engine.Deadline;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Improves set-ups by simulated annealing; the quantities for the set-ups are always the cheapest.
 * Source: Kirkpatrick, Gelatt &amp; Vecchi (1983), "Optimization by simulated annealing", Science
 * 220.
 */
final class SetupAnnealing {
  private final LotData data;
  private final Deadline deadline;
  private final Incumbent incumbent;
  private final SplittableRandom random;
  private final LotFlow current;
  private final LotFlow trial;
  private final int[] ends;

  SetupAnnealing(LotData data, Deadline deadline, Incumbent incumbent, long seed) {
    this.data = data;
    this.deadline = deadline;
    this.incumbent = incumbent;
    this.random = new SplittableRandom(seed);
    current = new LotFlow(data, deadline);
    trial = new LotFlow(data, deadline);
    ends = new int[data.items];
    Arrays.setAll(ends, data::end);
    for (int i = 0; i < data.items; i++) {
      for (int t = 1; t <= ends[i]; t++) {
        if (data.need[i][t - 1] > 0 && current.hasRoom(i, t)) {
          current.add(i, t);
        }
      }
    }
    current.fill();
    current.optimize();
    incumbent.offer(current);
  }

  /** Starts the next run from the best plan; if there is none, from this state if it is better. */
  void restart(LotFlow other) {
    if (incumbent.isFound()) {
      current.copy(incumbent.best());
    } else if (other.cost() < current.cost()) {
      current.copy(other);
    }
  }

  /** Cools down from one temperature to another, both as shares of a mean set-up cost. */
  void run(int moves, double hot, double cold) {
    double unit = 0;
    for (int i = 0; i < data.items; i++) {
      unit +=
          (data.setupCost[i] + data.stockCost[i] * data.before[i][data.periods] / data.periods)
              / data.items;
    }
    double factor = Math.pow(cold / hot, 1.0 / moves);
    double temperature = Math.max(LotData.TINY, hot * unit);
    for (int move = 0; move < moves && !deadline.isOver(); move++) {
      temperature *= factor;
      trial.copy(current);
      if (change()) {
        trial.optimize();
        double worse = trial.cost() - current.cost();
        if (worse <= 0 || random.nextDouble() < Math.exp(-worse / temperature)) {
          current.copy(trial);
          incumbent.offer(current);
        }
      }
    }
  }

  private boolean change() {
    int item = random.nextInt(data.items);
    if (ends[item] == 0) {
      return false;
    }
    int period = 1 + random.nextInt(ends[item]);
    double kind = random.nextDouble();
    if (kind < 0.3) {
      return flip(item, period);
    }
    if (kind < 0.7) {
      int to = period + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(2));
      return move(item, period, to);
    }
    int other = random.nextInt(data.items);
    int to = kind < 0.85 ? period : period + (random.nextBoolean() ? 1 : -1);
    return kind < 0.85 ? replace(item, other, period) : exchange(item, other, period, to);
  }

  private boolean flip(int item, int period) {
    if (trial.isSetUp(item, period)) {
      trial.remove(item, period);
      return true;
    }
    return add(item, period);
  }

  private boolean add(int item, int period) {
    if (period < 1 || period > ends[item] || trial.isSetUp(item, period)) {
      return false;
    }
    boolean room = trial.hasRoom(item, period);
    if (room) {
      trial.add(item, period);
    }
    return room;
  }

  private boolean move(int item, int from, int to) {
    if (to < 1 || to > ends[item] || trial.isSetUp(item, from) == trial.isSetUp(item, to)) {
      return false;
    }
    boolean there = trial.isSetUp(item, from);
    trial.remove(item, there ? from : to);
    return add(item, there ? to : from);
  }

  /** One item makes room for another in a period. */
  private boolean replace(int item, int other, int period) {
    if (trial.isSetUp(item, period) == trial.isSetUp(other, period)) {
      return false;
    }
    boolean first = trial.isSetUp(item, period);
    trial.remove(first ? item : other, period);
    return add(first ? other : item, period);
  }

  /** Two items change places in two periods. */
  private boolean exchange(int item, int other, int period, int next) {
    if (next < 1 || next > data.periods || !trial.isSetUp(item, period)) {
      return false;
    }
    if (!trial.isSetUp(other, next) || trial.isSetUp(item, next) || trial.isSetUp(other, period)) {
      return false;
    }
    trial.remove(item, period);
    trial.remove(other, next);
    return add(item, next) && add(other, period);
  }
}
