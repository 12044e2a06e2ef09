package io.synkro.predict.optimize.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.MixtureDemand;
import io.synkro.predict.optimize.distribution.NegativeBinomialDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.distribution.TableDemand;
import io.synkro.predict.optimize.policy.PeriodicService;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SafeLevelTest {
  private static final LeadTime WEEK = LeadTime.fixed(7);
  private static final double[] TARGETS = {0.3, 0.5, 0.8, 0.9, 0.95, 0.98, 0.999, 0.999999};

  /** The least level by the definition: blocks of three, with two of lead time. */
  @Test
  void blocksGiveTheLeastLevelThatServes() {
    double[] history = {0, 4, 0, 0, 7, 1, 0, 2, 9, 0, 0, 3};
    PeriodicService service =
        BlockDemand.of(history, Double.POSITIVE_INFINITY, LeadTime.fixed(2), 1).orElseThrow();
    for (double target : TARGETS) {
      int level = 0;
      while (served(history, level) < target) {
        level++;
      }
      assertThat(service.orderUpToForFillRate(target)).isEqualTo(level);
      assertThat(CountLevels.of(service).applyAsDouble(target)).isEqualTo(level);
    }
  }

  private static double served(double[] history, double level) {
    double missing = 0;
    double demand = 0;
    for (int t = 0; t + 3 <= history.length; t++) {
      double lead = history[t] + history[t + 1];
      missing += Math.max(0, lead + history[t + 2] - level) - Math.max(0, lead - level);
      demand += history[t + 2];
    }
    return 1 - missing / demand;
  }

  @Test
  void recentBlocksCountMore() {
    double[] rising = new double[40];
    Arrays.fill(rising, 20, 40, 3);
    assertThat(meanOf(rising, 5)).isGreaterThan(meanOf(rising, Double.POSITIVE_INFINITY));
    double[] falling = new double[40];
    Arrays.fill(falling, 0, 20, 3);
    assertThat(meanOf(falling, 5)).isLessThan(meanOf(falling, Double.POSITIVE_INFINITY));
  }

  private static double meanOf(double[] history, double halfLife) {
    return BlockDemand.of(history, halfLife, WEEK, 7).orElseThrow().protectionDemand().mean();
  }

  /** Mean n m and variance n v + n² u, for each lead time. */
  @Test
  void uncertainDemandHasItsMoments() {
    UncertainDemand demand = new UncertainDemand(2, 6, 0.5, true);
    PeriodicService service = demand.service(LeadTime.fixed(4), 3);
    assertThat(service.protectionDemand().mean()).isCloseTo(14, within(1e-9));
    assertThat(service.protectionDemand().sd())
        .isCloseTo(Math.sqrt(7 * 6 + 49 * 0.5), within(1e-9));
    assertThat(service.leadTimeDemand().sd()).isCloseTo(Math.sqrt(4 * 6 + 16 * 0.5), within(1e-9));
    DemandDistribution mixed =
        demand.service(LeadTime.ofProbabilities(0.5, 0, 0.5), 1).protectionDemand();
    assertThat(mixed.mean()).isCloseTo((2 + 6) / 2.0, within(1e-9));
    assertThat(new UncertainDemand(2, 1, 0, true).service(WEEK, 1).leadTimeDemand())
        .isEqualTo(new PoissonDemand(14)); // never steadier than Poisson demand
  }

  @Test
  void tablesOfLevelsAgreeWithTheSearch() {
    List<PeriodicService> services =
        List.of(
            new PeriodicService(new PoissonDemand(3), new PoissonDemand(5)),
            new PeriodicService(TableDemand.constant(0), new PoissonDemand(0.01)),
            new PeriodicService(
                new NegativeBinomialDemand(20, 0.3), new NegativeBinomialDemand(60, 0.9)),
            new PeriodicService(
                MixtureDemand.of(List.of(new PoissonDemand(3), new PoissonDemand(9)), 1, 2),
                MixtureDemand.of(List.of(new PoissonDemand(5), new PoissonDemand(11)), 1, 2)),
            new PeriodicService(new PoissonDemand(6_000), new PoissonDemand(9_000)));
    for (PeriodicService service : services) {
      DoubleUnaryOperator levels = CountLevels.of(service);
      for (double target : TARGETS) {
        double searched = Math.max(0, service.orderUpToForFillRate(target));
        assertThat(levels.applyAsDouble(target)).isEqualTo(searched);
      }
    }
    assertThatThrownBy(() -> CountLevels.of(services.get(0)).applyAsDouble(1))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void theLargerOfBothIsTaken() {
    SafeLevel rule = SafeLevel.of(WEEK, 7);
    double[] burst = new double[120]; // demand that comes all at once: blocks ask for more
    Arrays.fill(burst, 100, 107, 10);
    Arrays.fill(burst, 20, 27, 10);
    double[] brief = {1, 2, 1}; // no block of two weeks
    assertThat(rule.level(burst, 0.95)).isGreaterThanOrEqualTo(blocks(burst));
    assertThat(rule.level(brief, 0.95)).isPositive();
    assertThat(BlockDemand.of(brief, 5, WEEK, 7)).isEmpty();
  }

  private static double blocks(double[] history) {
    double halfLife = history.length / 4.0;
    return BlockDemand.of(history, halfLife, WEEK, 7).orElseThrow().orderUpToForFillRate(0.95);
  }

  @Test
  void levelsRiseWithTargetLeadTimeAndDemand() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 60; i++) {
      double share = random.nextDouble(0.05, 1);
      double[] history = random.doubles(90).map(u -> u < share ? 1 + (int) (8 * u) : 0).toArray();
      history[50] = 1;
      SafeLevel rule = SafeLevel.of(WEEK, 7);
      DoubleUnaryOperator levels = rule.levels(history);
      double before = 0;
      for (double target : TARGETS) {
        double level = levels.applyAsDouble(target);
        assertThat(level).isGreaterThanOrEqualTo(before).isEqualTo(rule.level(history, target));
        before = level;
      }
      double usual = rule.level(history, 0.95);
      assertThat(SafeLevel.of(LeadTime.fixed(14), 7).level(history, 0.95))
          .isGreaterThanOrEqualTo(usual);
      double[] doubled = Arrays.stream(history).map(units -> 2 * units).toArray();
      assertThat(rule.level(doubled, 0.95)).isGreaterThan(usual);
    }
  }

  /** Kilograms or pounds: the level of divided units scales. */
  @Test
  void levelsOfAmountsScale() {
    double[] kilograms =
        new SplittableRandom(8).doubles(80).map(u -> u < 0.5 ? 0 : 3.7 * u).toArray();
    double[] pounds = Arrays.stream(kilograms).map(units -> 2.2046226 * units).toArray();
    for (LeadTime leadTime : List.of(LeadTime.fixed(0), WEEK, LeadTime.ofMeanAndSd(4, 2))) {
      SafeLevel rule = SafeLevel.of(leadTime, 3);
      double level = rule.level(kilograms, 0.95);
      assertThat(rule.level(pounds, 0.95) / level).isCloseTo(2.2046226, within(1e-6));
    }
  }

  @Test
  void amountsThatAddUpToWholeOnesAreStillAmounts() {
    double[] halves = new double[40];
    Arrays.fill(halves, 0.5);
    assertThat(SafeLevel.of(LeadTime.fixed(2), 1).level(halves, 0.95)).isBetween(1.0, 1.6);
  }

  @Test
  void withoutDemandNothingIsStocked() {
    SafeLevel rule = SafeLevel.of(WEEK, 7);
    assertThat(rule.level(new double[30], 0.99)).isZero();
    assertThat(rule.level(new double[0], 0.99)).isZero();
    assertThatThrownBy(() -> rule.level(new double[] {1, Double.NaN}, 0.9))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("history[1]");
  }

  @Test
  void aPriorKeepsQuietHistoriesFromPromising() {
    double[] quiet = new double[24];
    quiet[3] = 1;
    quiet[15] = 1;
    double[] wild = new double[24];
    wild[7] = 30;
    DispersionPrior prior = DispersionPrior.of(List.of(quiet, wild, new double[24]));
    // variances by mean: 2/24·(1 − 2/24)·24/23 over 2/24 and 30 of one in 24
    assertThat(prior.dispersion()).isCloseTo((22.0 / 23 + 30) / 2, within(1e-9));
    SafeLevel rule = SafeLevel.of(LeadTime.fixed(2), 1);
    assertThat(rule.withPrior(prior).level(quiet, 0.95)).isGreaterThan(rule.level(quiet, 0.95));
    assertThat(rule.withPrior(prior).level(wild, 0.95)).isLessThanOrEqualTo(rule.level(wild, 0.95));
    assertThat(DispersionPrior.of(List.of(new double[9]))).isEqualTo(DispersionPrior.NONE);
  }
}
