package io.synkro.predict.optimize.echelon;

import java.util.List;
import java.util.Random;

/**
 * A serial system played period by period: demand, arrivals, shipments downstream of what there is,
 * orders up to the levels; then stock on hand and in transit and waiting customers are counted.
 * Demand is normal with mean 5 and standard deviation 1; lead times are whole and positive.
 */
final class SerialSimulation {
  private static final int WARM_UP = 100;

  private final SerialSystem system;
  private final List<Double> levels;
  private final Random random;
  private final int stages;
  private final double[] onHand;
  private final double[] owed;
  private final double[][] transit;
  private double holdingSum;
  private double waitingSum;
  private int periods;

  SerialSimulation(SerialSystem system, List<Double> echelonLevels, Random random) {
    this.system = system;
    this.random = random;
    levels = new SerialPolicy(echelonLevels, new SerialCost(0, 0)).localLevels();
    stages = system.stages().size();
    onHand = new double[stages];
    owed = new double[stages];
    transit = new double[stages][];
    for (int j = 0; j < stages; j++) {
      onHand[j] = levels.get(j);
      transit[j] = new double[(int) system.stages().get(j).leadTime()];
    }
  }

  void run(int count) {
    for (int t = 0; t < count + WARM_UP; t++) {
      play(t);
      if (t >= WARM_UP) {
        count();
      }
    }
  }

  /** Every stage orders what was demanded; it is owed until it can be shipped. */
  private void play(int t) {
    double demand = 5 + random.nextGaussian();
    for (int j = 0; j < stages; j++) {
      int slot = t % transit[j].length;
      onHand[j] += transit[j][slot];
      transit[j][slot] = 0;
      owed[j] += demand;
    }
    for (int j = stages - 1; j >= 0; j--) {
      double shipped = Math.min(onHand[j], owed[j]);
      onHand[j] -= shipped;
      owed[j] -= shipped;
      if (j > 0) {
        transit[j - 1][t % transit[j - 1].length] += shipped;
      }
    }
    int last = stages - 1;
    transit[last][t % transit[last].length] += demand;
  }

  private void count() {
    periods++;
    waitingSum += owed[0];
    for (int j = 0; j < stages; j++) {
      double held = onHand[j];
      if (j > 0) {
        for (double moving : transit[j - 1]) {
          held += moving;
        }
      }
      holdingSum += system.echelonHoldingCost(j, stages) * held;
    }
  }

  double holding() {
    return holdingSum / periods;
  }

  double stockout() {
    return system.stockoutCost() * waitingSum / periods;
  }
}
