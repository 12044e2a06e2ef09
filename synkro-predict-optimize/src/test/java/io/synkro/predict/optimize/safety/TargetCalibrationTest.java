package io.synkro.predict.optimize.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.simulate.DemandDraws;
import io.synkro.predict.optimize.simulate.DemandReplay;
import io.synkro.predict.optimize.simulate.InventorySimulator;
import io.synkro.predict.optimize.simulate.ReplannedPolicy;
import io.synkro.predict.optimize.simulate.ReplenishmentTerms;
import io.synkro.predict.optimize.simulate.Shortage;
import io.synkro.predict.optimize.simulate.SimulationCosts;
import io.synkro.predict.optimize.simulate.UnitFlow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetCalibrationTest {
  private static final LeadTime LEAD = LeadTime.fixed(4);
  private static final ReplayWindow WINDOW = new ReplayWindow(120, 20, 200);
  private static final TargetCalibration LOST =
      new TargetCalibration(SafeLevel.of(LEAD, 4), ReplenishmentTerms.of(LEAD, 4), WINDOW);

  @Test
  void theTargetReachesWhatIsWanted() {
    List<double[]> histories = histories(1);
    for (double wanted : new double[] {0.85, 0.9, 0.95, 0.98}) {
      CalibratedTarget target = LOST.calibrate(wanted, histories);
      assertThat(target.replayed()).isCloseTo(wanted, within(0.004)); // levels are whole
      assertThat(target.products()).isEqualTo(30);
      assertThat(LOST.calibrate(wanted, histories)).isEqualTo(target);
    }
  }

  @Test
  void demandThatGoesOnIsServedAsWanted() {
    for (double wanted : new double[] {0.9, 0.95}) {
      double target = LOST.calibrate(wanted, histories(1)).target();
      double served = 0;
      double demand = 0;
      for (int i = 0; i < 30; i++) { // the same products and their next 600 periods
        double[] whole = DemandDraws.of(new PoissonDemand(0.5 + 0.2 * i), 900, i);
        ReplannedPolicy policy =
            new ReplannedPolicy(
                20, view -> LOST.rule().levels(view.lastDemand(200)).applyAsDouble(target));
        UnitFlow units =
            new InventorySimulator(LOST.terms(), SimulationCosts.NONE)
                .run(DemandReplay.stockedByPolicy(whole, 300), policy)
                .units();
        served += units.fromShelf();
        demand += units.demand();
      }
      assertThat(served / demand).isCloseTo(wanted, within(0.01));
    }
  }

  @Test
  void backordersNeedHigherTargetsThanLostSales() {
    // units that wait use up the next delivery, lost ones do not
    TargetCalibration backorders =
        new TargetCalibration(LOST.rule(), LOST.terms().withShortage(Shortage.BACKORDERS), WINDOW);
    List<double[]> histories = histories(1);
    assertThat(backorders.calibrate(0.9, histories).target())
        .isGreaterThan(LOST.calibrate(0.9, histories).target());
  }

  @Test
  void demandThatRisesNeedsHigherTargets() {
    double steady = LOST.calibrate(0.95, histories(1)).target();
    assertThat(LOST.calibrate(0.95, histories(1.5)).target()).isGreaterThan(steady);
  }

  @Test
  void whatCannotBeReachedIsSaid() {
    List<double[]> histories = histories(40); // no level for the old demand serves the new
    CalibratedTarget target = LOST.calibrate(0.98, histories);
    assertThat(target.target()).isEqualTo(0.9999);
    assertThat(target.replayed()).isLessThan(0.98);
  }

  @Test
  void withoutHistoryTheTargetIsWhatIsWanted() {
    List<double[]> brief = List.of(new double[30], new double[400]);
    assertThat(LOST.calibrate(0.95, brief))
        .isEqualTo(new CalibratedTarget(0.95, 0.95, Double.NaN, 0));
    assertThat(LOST.calibrate(0.95, List.of()).target()).isEqualTo(0.95);
    assertThatThrownBy(() -> LOST.calibrate(95, brief)).isInstanceOf(InvalidInputException.class);
  }

  /** Demand of 30 products over 300 periods, the last 120 of which are multiplied. */
  private static List<double[]> histories(double growth) {
    List<double[]> histories = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      double[] demand = DemandDraws.of(new PoissonDemand(0.5 + 0.2 * i), 300, i);
      for (int t = 180; t < 300; t++) {
        demand[t] = Math.rint(growth * demand[t]);
      }
      histories.add(demand);
    }
    return histories;
  }
}
