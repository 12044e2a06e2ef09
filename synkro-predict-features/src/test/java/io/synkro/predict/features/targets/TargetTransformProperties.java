package io.synkro.predict.features.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TargetTransformProperties {
  private static final List<TargetTransform> ALL =
      List.of(
          TargetTransform.scaleByMeanAbsolute(),
          TargetTransform.scaleByStandardDeviation(),
          TargetTransform.scaleByRecentMean(5),
          TargetTransform.scaleBy(0.25),
          TargetTransform.log1p(),
          TargetTransform.boxCox(0.3),
          TargetTransform.difference(),
          TargetTransform.difference(7),
          TargetTransform.of(TargetTransform.scaleByMeanAbsolute(), TargetTransform.log1p()),
          TargetTransform.of(
              TargetTransform.log1p(), TargetTransform.difference(7), TargetTransform.difference()),
          TargetTransform.of(
              TargetTransform.difference(12), TargetTransform.scaleByStandardDeviation()));

  /** Demand of zero or more with gaps; now and then constant, all zero or all missing. */
  private static double[] demand(SplittableRandom random, int length) {
    int kind = random.nextInt(6);
    double missing = kind == 0 ? 1 : random.nextDouble() * 0.6;
    double level = Math.exp(random.nextDouble() * 24 - 10);
    double[] demand = new double[length];
    for (int t = 0; t < length; t++) {
      double value = kind == 1 ? 0 : kind == 2 ? level : level * random.nextDouble();
      boolean isZero = kind == 3 && random.nextInt(2) == 0;
      demand[t] = random.nextDouble() < missing ? Double.NaN : isZero ? 0 : value;
    }
    return demand;
  }

  @Property(tries = 500)
  void inverseOfTheContinuationIsTheContinuation(
      @ForAll long seed,
      @ForAll @IntRange(max = 40) int history,
      @ForAll @IntRange(max = 40) int horizon) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] all = demand(random, history + horizon);
    double[] past = Arrays.copyOf(all, history);
    double[] next = Arrays.copyOfRange(all, history, all.length);
    double largest = Arrays.stream(all).filter(x -> x > 0).max().orElse(0);
    for (TargetTransform transform : ALL) {
      FittedTarget fitted = transform.fit(past);
      double[] transformed = fitted.transform(next);
      double[] back = fitted.invert(transformed);
      assertThat(back).hasSameSizeAs(next);
      for (int h = 0; h < horizon; h++) {
        String what = transform.definition() + " at " + h;
        assertThat(Double.isNaN(transformed[h])).as(what).isEqualTo(Double.isNaN(next[h]));
        assertThat(Double.isNaN(back[h])).as(what).isEqualTo(Double.isNaN(next[h]));
        if (!Double.isNaN(next[h])) {
          // differences lose what is small beside the values that they are taken from
          assertThat(Math.abs(back[h] - next[h])).as(what).isLessThanOrEqualTo(1e-9 * largest);
        }
      }
    }
  }

  /** Once each position is known, history and continuation are one series. */
  @Property(tries = 200)
  void historyIsTransformedLikeTheContinuation(
      @ForAll long seed, @ForAll @IntRange(min = 12, max = 40) int history) {
    double[] all = new SplittableRandom(seed).doubles(history + 20).toArray();
    for (TargetTransform transform : ALL) {
      FittedTarget fitted = transform.fit(Arrays.copyOf(all, history));
      double[] whole = fitted.transformHistory(all);
      double[] next = fitted.transform(Arrays.copyOfRange(all, history, all.length));
      assertThat(next)
          .as(transform.definition())
          .isEqualTo(Arrays.copyOfRange(whole, history, all.length));
    }
  }

  /** The obvious way: look back season by season for a known value. */
  @Property(tries = 300)
  void differencesAgreeWithLookingBack(
      @ForAll long seed,
      @ForAll @IntRange(max = 30) int history,
      @ForAll @IntRange(min = 1, max = 9) int lag) {
    double[] all = demand(new SplittableRandom(seed), history + 20);
    double[] past = Arrays.copyOf(all, history);
    FittedTarget fitted = TargetTransform.difference(lag).fit(past);
    double last = Arrays.stream(past).filter(x -> x >= 0).reduce(0, (a, b) -> b);
    double[] learnt = fitted.transformHistory(past);
    double[] next = fitted.transform(Arrays.copyOfRange(all, history, all.length));
    for (int t = 0; t < all.length; t++) {
      double before = t < history ? Double.NaN : last;
      for (int s = t - lag; s >= 0; s -= lag) {
        if (!Double.isNaN(all[s])) {
          before = all[s];
          break;
        }
      }
      assertThat(t < history ? learnt[t] : next[t - history])
          .as("step %d", t)
          .isEqualTo(Double.valueOf(all[t] - before));
    }
  }

  @Property(tries = 200)
  void scalesAndLogarithmsKeepQuantiles(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] sample = random.doubles(size, 0, 50).toArray();
    int rank = random.nextInt(size);
    for (TargetTransform transform :
        List.of(
            TargetTransform.scaleByMeanAbsolute(),
            TargetTransform.boxCox(0.5),
            TargetTransform.of(TargetTransform.scaleBy(3), TargetTransform.log1p()))) {
      FittedTarget fitted = transform.fit(sample);
      double[] transformed = fitted.transform(sample);
      Arrays.sort(transformed);
      double[] sorted = sample.clone();
      Arrays.sort(sorted);
      assertThat(fitted.invert(new double[] {transformed[rank]})[0])
          .isBetween(sorted[rank] - 1e-9, sorted[rank] + 1e-9);
    }
  }
}
