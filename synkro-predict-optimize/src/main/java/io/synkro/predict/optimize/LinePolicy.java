package io.synkro.predict.optimize;

import io.synkro.predict.forecast.DemandAhead;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.ServiceLevel;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.SupplyTerms;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.ForecastDemand;
import io.synkro.predict.optimize.distribution.GammaDemand;
import io.synkro.predict.optimize.distribution.NegativeBinomialDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.distribution.TableDemand;
import io.synkro.predict.optimize.policy.PeriodicService;
import io.synkro.predict.optimize.policy.ProtectionDemand;
import io.synkro.predict.optimize.policy.StockLevels;
import io.synkro.predict.series.Frequency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What an item's stock has to last for, and the levels for its service level. As in {@link
 * io.synkro.predict.optimize.safety.ForecastLevel}, a level is the larger of two: that of a
 * distribution with the mean and variance of the forecast, and that of the forecast's own paths.
 */
final class LinePolicy {
  /** Above this mean whole units are as good as continuous. */
  private static final double FEW = 10_000;

  /** Demand of this mean in standard deviations is normal, whatever else it is. */
  private static final double REGULAR = 30;

  private final StockItem item;
  private final int cycleDays;
  private final boolean whole;
  private final ProtectionDemand protection;
  private final DemandDistribution ofLead;
  private final DemandDistribution ofProtection;
  private final StockLevels levels;

  /** The demand of an item from a day on. */
  record Ahead(DemandAhead demand, DemandForecast forecast, LocalDate asOf) {
    static Ahead of(DemandForecast forecast, LocalDate asOf) {
      return new Ahead(DemandAhead.after(asOf, forecast), forecast, asOf);
    }

    /** Returns the paths of the days that follow; none if they do not reach so far. */
    double[][] paths(int days) {
      boolean usable =
          forecast.axis().frequency() == Frequency.DAILY
              && forecast.time(0).equals(asOf.plusDays(1).atStartOfDay())
              && forecast.horizon() >= days;
      return usable ? forecast.paths() : new double[0][];
    }
  }

  /**
   * Computes the levels of an item.
   *
   * @param cycleDays days from an order to the next
   */
  LinePolicy(StockItem item, Ahead ahead, int cycleDays) {
    SupplyTerms supply = item.supply();
    this.item = item;
    this.cycleDays = cycleDays;
    double leadDays = supply.leadTime().meanDays();
    double days = leadDays + cycleDays;
    double mean = ahead.demand().meanOver(days);
    double sd = mean > 0 ? sd(ahead.demand(), days, mean) : 0;
    this.protection = new ProtectionDemand(days, mean, sd);
    this.whole = supply.packSize() == Math.rint(supply.packSize()) && mean <= FEW && sd > 0;
    double leadMean = ahead.demand().meanOver(leadDays);
    this.ofLead = fit(leadMean, leadMean > 0 ? sd(ahead.demand(), leadDays, leadMean) : 0);
    this.ofProtection = fit(mean, sd);
    this.levels = levels(ahead);
  }

  private double sd(DemandAhead ahead, double days, double mean) {
    return Math.hypot(ahead.sdOver(days), mean / days * item.supply().leadTime().sdDays());
  }

  private DemandDistribution fit(double mean, double sd) {
    if (mean == 0 || sd == 0) {
      return whole && mean == 0 ? TableDemand.constant(0) : new NormalDemand(mean, 0);
    }
    if (whole) { // few units that vary less than by chance do so by chance
      return sd * sd > mean * (1 + 1e-9)
          ? NegativeBinomialDemand.of(mean, sd)
          : new PoissonDemand(mean);
    }
    return mean >= REGULAR * sd ? new NormalDemand(mean, sd) : GammaDemand.of(mean, sd);
  }

  private StockLevels levels(Ahead ahead) {
    double usual =
        Math.max(
            StockLevels.economicOrder(item.costs(), protection.perDay()),
            item.supply().minimumOrder());
    double ofCycle = protection.perDay() * cycleDays;
    double cycle = Math.max(Math.max(ofCycle, usual), item.supply().packSize());
    double safety = Math.max(0, reorderPoint(ahead) - protection.mean());
    double reorder = protection.mean() + safety;
    double extra = protection.mean() > 0 ? Math.max(0, usual - ofCycle) : 0;
    return new StockLevels(safety, reorder, reorder + extra, cycle);
  }

  /** Only batches that cannot be smaller count: how long others last is for the plan to say. */
  private double reorderPoint(Ahead ahead) {
    if (protection.sd() == 0) {
      return protection.mean();
    }
    double batch = Math.max(item.supply().minimumOrder(), item.supply().packSize());
    double target = item.serviceLevel().target();
    double level = 0;
    for (PeriodicService service : services(ahead)) {
      level =
          Math.max(
              level,
              item.serviceLevel().measure() == ServiceLevel.Measure.CYCLE
                  ? service.orderUpToForCycles(target)
                  : service.reorderPointForFillRate(
                      target, service.protectionDemand().isDiscrete() ? Math.ceil(batch) : batch));
    }
    return level;
  }

  private List<PeriodicService> services(Ahead ahead) {
    List<PeriodicService> services = new ArrayList<>();
    services.add(new PeriodicService(ofLead, ofProtection));
    LeadTime leadTime = item.supply().leadTime();
    double[][] paths = ahead.paths(leadTime.maxDays() + cycleDays);
    if (paths.length > 0) {
      TableDemand lead = ForecastDemand.ofPaths(paths, leadTime, 0);
      TableDemand all = ForecastDemand.ofPaths(paths, leadTime, cycleDays);
      if (all.mean() > lead.mean() && all.isDiscrete() == lead.isDiscrete()) {
        services.add(new PeriodicService(lead, all));
      }
    }
    return services;
  }

  /** Returns mean and standard deviation of the demand that stock has to last for. */
  ProtectionDemand protection() {
    return protection;
  }

  /** Returns the distribution of the demand over the mean lead time. */
  DemandDistribution ofLead() {
    return ofLead;
  }

  /** Returns the distribution of the demand over lead time and cycle. */
  DemandDistribution ofProtection() {
    return ofProtection;
  }

  /** Returns the levels for the service level. */
  StockLevels levels() {
    return levels;
  }
}
