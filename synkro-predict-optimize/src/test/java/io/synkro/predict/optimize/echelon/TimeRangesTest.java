package io.synkro.predict.optimize.echelon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeRangesTest {

  private static boolean contains(TimeRanges ranges, ServiceModel model, int[] plan) {
    boolean inside = true;
    for (int k = 0; k < plan.length; k++) {
      int in = model.inbound(k, plan);
      inside &= plan[k] >= ranges.lowOut(k) && plan[k] <= ranges.highOut(k);
      inside &= in >= ranges.lowIn(k) && in <= ranges.highIn(k);
    }
    return inside;
  }

  private static int[] plan(ServiceModel model, Random random) {
    int[] plan = new int[model.size()];
    for (int k : model.network().order()) {
      int last = Math.min(model.promised(k), model.inbound(k, plan) + model.processing(k));
      plan[k] = random.nextInt(last + 1);
    }
    return plan;
  }

  private static long holding(List<TimeRanges> parts, ServiceModel model, int[] plan) {
    return parts.stream().filter(part -> contains(part, model, plan)).count();
  }

  /** Whatever the split, no plan gets lost; by a stage, none is in both parts. */
  @Test
  void everyPlanIsInAPart() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      ServiceModel model =
          new ServiceModel(RandomNetworks.network(random, 2 + random.nextInt(6), 0.5));
      TimeRanges all = TimeRanges.all(model);
      for (int p = 0; p < 20; p++) {
        int[] plan = plan(model, random);
        int link = random.nextInt(model.network().links());
        int supplier = model.network().supplier(link);
        int time = random.nextInt(model.slowest(supplier) + 1);
        List<TimeRanges> byLink = all.splitByLink(supplier, model.network().customer(link), time);
        assertThat(contains(all, model, plan)).isTrue();
        assertThat(holding(byLink, model, plan)).isBetween(1L, 2L);
        assertThat(holding(all.splitByStage(supplier, time), model, plan)).isEqualTo(1);
      }
    }
  }

  /** A split between S and SI leaves neither the one nor the other behind. */
  @Test
  void splitCutsOffTimesThatDisagree() {
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      ServiceModel model = new ServiceModel(RandomNetworks.network(random, 5, 0.5));
      TimeRanges all = TimeRanges.all(model);
      int link = random.nextInt(model.network().links());
      int supplier = model.network().supplier(link);
      int customer = model.network().customer(link);
      int time = random.nextInt(model.slowest(supplier) + 1);
      for (TimeRanges part : all.splitByLink(supplier, customer, time)) {
        assertThat(part.highOut(supplier) <= time || part.lowIn(customer) > time).isTrue();
      }
    }
  }
}
