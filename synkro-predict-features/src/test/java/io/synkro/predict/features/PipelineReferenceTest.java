package io.synkro.predict.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.univariate.DemandProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every feature beside a slow and obvious computation from the list of all earlier values. */
class PipelineReferenceTest {
  private static final SeriesPanel PANEL =
      LiveFeaturesTest.panel(Frequency.DAILY, 200, new SplittableRandom(5));

  /** A feature and what it is, computed from the values before the origin, the oldest first. */
  record Case(PipelineFeature feature, ToDoubleFunction<double[]> reference) {
    @Override
    public String toString() {
      return feature.name();
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (int n : new int[] {1, 2, 3, 7, 28, 60, 100}) {
      cases.add(new Case(Features.lag(n), past -> back(past, n)));
      cases.add(new Case(Features.mean(n), past -> mean(last(past, n, 1))));
      cases.add(new Case(Features.min(n), past -> last(past, n, 1).min().orElse(Double.NaN)));
      cases.add(new Case(Features.max(n), past -> last(past, n, 1).max().orElse(Double.NaN)));
      cases.add(new Case(Features.median(n), past -> quantile(last(past, n, 1), 0.5)));
      cases.add(new Case(Features.quantile(n, 0.9), past -> quantile(last(past, n, 1), 0.9)));
      cases.add(new Case(Features.zeroShare(n), past -> zeroShare(last(past, n, 1))));
      if (n > 1) {
        cases.add(new Case(Features.sd(n), past -> sd(last(past, n, 1))));
      }
    }
    cases.add(new Case(Features.mean(4).every(7), past -> mean(last(shift(past, 6), 4, 7))));
    cases.add(new Case(Features.sd(4).every(7), past -> sd(last(shift(past, 6), 4, 7))));
    cases.add(new Case(Features.lag(3).every(7), past -> back(past, 21)));
    cases.add(new Case(Features.mean(7).lagged(5), past -> mean(last(shift(past, 4), 7, 1))));
    cases.add(
        new Case(
            Features.mean(9).atLeast(9),
            past -> last(past, 9, 1).count() < 9 ? Double.NaN : mean(last(past, 9, 1))));
    cases.add(new Case(Features.ewm(0.3), past -> ewm(past, 0.3)));
    cases.add(new Case(Features.ewmHalfLife(1), past -> ewm(past, 0.5)));
    cases.add(new Case(Features.ewm(0.3).lagged(3), past -> ewm(shift(past, 2), 0.3)));
    cases.add(new Case(Features.meanAll(), past -> mean(seen(past))));
    cases.add(new Case(Features.sdAll(), past -> sd(seen(past))));
    cases.add(new Case(Features.minAll(), past -> seen(past).min().orElse(Double.NaN)));
    cases.add(new Case(Features.maxAll(), past -> seen(past).max().orElse(Double.NaN)));
    cases.add(new Case(Features.zeroShareAll(), past -> zeroShare(seen(past))));
    cases.add(new Case(Features.ewm(0.3).every(7), past -> ewm(samePosition(past, 7), 0.3)));
    cases.add(new Case(Features.meanAll().every(3), past -> mean(seen(samePosition(past, 3)))));
    cases.add(new Case(Features.sinceSale().every(4), past -> sinceSale(samePosition(past, 4))));
    cases.add(
        new Case(
            Features.medianAll().every(9), past -> quantile(seen(samePosition(past, 9)), 0.5)));
    cases.add(new Case(Features.sinceSale(), PipelineReferenceTest::sinceSale));
    cases.add(new Case(Features.sinceFirstSale(), PipelineReferenceTest::sinceFirstSale));
    cases.add(new Case(Features.sinceChange(), PipelineReferenceTest::sinceChange));
    cases.add(new Case(Features.age(), past -> past.length));
    cases.add(new Case(Features.mean(7).around(30), past -> mean(last(shift(past, 26), 7, 1))));
    cases.add(new Case(Features.adi(), past -> profile(past).adi()));
    cases.add(new Case(Features.cv2(), past -> profile(past).cv2()));
    cases.add(
        new Case(
            Features.ratio(Features.mean(7), Features.mean(28)),
            past -> mean(last(past, 7, 1)) / mean(last(past, 28, 1))));
    cases.add(
        new Case(
            Features.difference(Features.lag(1), Features.lag(8)),
            past -> back(past, 1) - back(past, 8)));
    return cases;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithTheObviousComputation(Case each) {
    FeatureTable table =
        FeaturePipeline.builder(Frequency.DAILY).add(each.feature()).build().computeAll(PANEL);
    int row = 0;
    for (int s = 0; s < PANEL.size(); s++) {
      double[] values = PANEL.values(s);
      for (int t = 0; t < values.length; t++, row++) {
        double expected = t == 0 ? Double.NaN : each.reference().applyAsDouble(past(values, t));
        float actual = table.value(row, 0);
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
          assertThat(actual).as("series %d, step %d", s, t).isNaN();
        } else {
          assertThat((double) actual)
              .as("series %d, step %d", s, t)
              .isCloseTo(expected, within(tolerance(expected)));
        }
      }
    }
  }

  private static double tolerance(double expected) {
    return 1e-5 * Math.max(1, Math.abs(expected));
  }

  @Test
  void groupsAreSummedOverTheirSeries() {
    FeatureTable table =
        FeaturePipeline.builder(Frequency.DAILY)
            .add(Features.lag(1).sumBy("warehouse"), Features.mean(3).meanBy("category"))
            .build()
            .computeAll(PANEL);
    int row = 0;
    for (int s = 0; s < PANEL.size(); s++) {
      for (int t = 0; t < PANEL.length(s); t++, row++) {
        int step = PANEL.start(s) + t;
        SeriesId id = PANEL.id(s);
        double sum =
            at(step - 1, other -> PANEL.id(other).warehouse().equals(id.warehouse()))
                .reduce(Double::sum)
                .orElse(Double.NaN);
        int category = s % 3;
        double mean =
            mean(
                IntStream.rangeClosed(1, 3)
                    .mapToDouble(k -> mean(at(step - k, other -> other % 3 == category)))
                    .filter(v -> !Double.isNaN(v)));
        assertClose(table.value(row, 0), sum);
        assertClose(table.value(row, 1), mean);
      }
    }
  }

  private static void assertClose(float actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat((double) actual).isCloseTo(expected, within(tolerance(expected)));
    }
  }

  /** Observed values of a step, of some series. */
  private static DoubleStream at(int step, IntPredicate series) {
    return IntStream.range(0, PANEL.size())
        .filter(series)
        .filter(s -> step >= PANEL.start(s) && step < PANEL.end(s))
        .mapToDouble(s -> PANEL.value(s, step - PANEL.start(s)))
        .filter(v -> !Double.isNaN(v));
  }

  private static double[] past(double[] values, int t) {
    return Arrays.copyOf(values, t);
  }

  /** The past without its newest values. */
  private static double[] shift(double[] past, int steps) {
    return Arrays.copyOf(past, Math.max(0, past.length - steps));
  }

  /** The values that lie whole seasons before the step after the newest one. */
  private static double[] samePosition(double[] past, int season) {
    return IntStream.range(0, past.length)
        .filter(t -> (past.length - t) % season == 0)
        .mapToDouble(t -> past[t])
        .toArray();
  }

  private static double back(double[] past, int steps) {
    return steps > past.length ? Double.NaN : past[past.length - steps];
  }

  private static DoubleStream last(double[] past, int count, int stride) {
    return IntStream.range(0, count)
        .mapToDouble(k -> back(past, 1 + k * stride))
        .filter(v -> !Double.isNaN(v));
  }

  private static DoubleStream seen(double[] past) {
    return Arrays.stream(past).filter(v -> !Double.isNaN(v));
  }

  private static double mean(DoubleStream values) {
    return values.average().orElse(Double.NaN);
  }

  private static double sd(DoubleStream stream) {
    double[] values = stream.toArray();
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
  }

  private static double zeroShare(DoubleStream stream) {
    double[] values = stream.toArray();
    return (double) Arrays.stream(values).filter(v -> v == 0).count() / values.length;
  }

  private static double quantile(DoubleStream stream, double level) {
    double[] sorted = stream.sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double position = level * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  private static double ewm(double[] past, double weight) {
    double level = Double.NaN;
    for (double value : past) {
      if (!Double.isNaN(value)) {
        level = Double.isNaN(level) ? value : weight * value + (1 - weight) * level;
      }
    }
    return level;
  }

  private static double sinceSale(double[] past) {
    for (int k = 1; k <= past.length; k++) {
      if (back(past, k) > 0) {
        return k;
      }
    }
    return Double.NaN;
  }

  private static double sinceFirstSale(double[] past) {
    for (int k = past.length; k >= 1; k--) {
      if (back(past, k) > 0) {
        return k;
      }
    }
    return Double.NaN;
  }

  private static double sinceChange(double[] past) {
    double newer = Double.NaN;
    int at = 0;
    for (int k = 1; k <= past.length; k++) {
      double value = back(past, k);
      if (!Double.isNaN(value)) {
        if (!Double.isNaN(newer) && (float) value != (float) newer) {
          return at;
        }
        newer = value;
        at = k;
      }
    }
    return Double.NaN;
  }

  private static DemandProfile profile(double[] past) {
    return DemandProfile.of(SeriesId.of("P", "W"), past);
  }
}
