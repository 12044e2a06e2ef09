package io.synkro.predict.optimize.echelon;

import io.synkro.predict.optimize.distribution.DemandProcess;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import java.util.List;

/** Serial systems of Snyder &amp; Shen (2019), and a simulation of any. */
final class SerialSystems {
  /** Example 6.1. */
  static final SerialSystem EXAMPLE_6_1 =
      new SerialSystem(
          List.of(new SerialStage(3, 1), new SerialStage(2, 1), new SerialStage(2, 2)),
          37.12,
          DemandProcess.of(new NormalDemand(5, 1)));

  /** Problem 6.1. */
  static final SerialSystem PROBLEM_6_1 =
      new SerialSystem(
          List.of(new SerialStage(1, 1), new SerialStage(1, 1)),
          15,
          DemandProcess.of(new NormalDemand(100, 15)));

  /** Problem 6.2a. */
  static final SerialSystem PROBLEM_6_2A =
      new SerialSystem(
          List.of(
              new SerialStage(2, 0.5),
              new SerialStage(2, 0.5),
              new SerialStage(1, 0.5),
              new SerialStage(1, 0.5),
              new SerialStage(1, 0.5)),
          24,
          DemandProcess.of(new NormalDemand(64, 8)));

  /** Shang &amp; Song (2003), an instance with λ = 16, p = 99, all lead times 0.25. */
  static final SerialSystem SHANG_SONG =
      new SerialSystem(
          List.of(
              new SerialStage(0.25, 0.25),
              new SerialStage(2.5, 0.25),
              new SerialStage(2.5, 0.25),
              new SerialStage(0.25, 0.25)),
          99,
          DemandProcess.of(new PoissonDemand(16)));

  private SerialSystems() {}
}
