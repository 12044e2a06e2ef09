package io.synkro.predict.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParzenSearchTest {
  private static List<Double> boxed(double[] point) {
    List<Double> boxed = new ArrayList<>();
    for (double value : point) {
      boxed.add(value);
    }
    return boxed;
  }

  @Test
  void visitsEveryPointOfAFiniteSpaceOnce() {
    ParzenSearch search =
        new ParzenSearch(
            List.of(
                new NumberDimension(-1, 2, false, true),
                new ChoiceDimension(3),
                new NumberDimension(1, 5, true, true)));
    SplittableRandom random = new SplittableRandom(1);
    Set<List<Double>> seen = new HashSet<>();
    List<double[]> points = new ArrayList<>();
    assertThat(search.size()).isEqualTo(60);
    for (int i = 0; i < 60; i++) {
      double[] point =
          i < 20
              ? search.draw(random, p -> seen.contains(boxed(p)))
              : search.propose(
                  points.subList(0, 3),
                  points.subList(3, points.size()),
                  random,
                  p -> seen.contains(boxed(p)));
      assertThat(seen.add(boxed(point))).isTrue();
      points.add(point);
    }
  }

  @Test
  void aTenthOfThePointsIsGood() {
    assertThat(ParzenSearch.good(0)).isZero();
    assertThat(ParzenSearch.good(1)).isEqualTo(1);
    assertThat(ParzenSearch.good(10)).isEqualTo(1);
    assertThat(ParzenSearch.good(11)).isEqualTo(2);
    assertThat(ParzenSearch.good(1000)).isEqualTo(25);
  }

  @Test
  void proposesNearGoodPointsAndFarFromOthers() {
    ParzenSearch search = new ParzenSearch(List.of(new NumberDimension(0, 1, false, false)));
    List<double[]> good = List.of(new double[] {0.2}, new double[] {0.22}, new double[] {0.18});
    List<double[]> others = List.of(new double[] {0.7}, new double[] {0.9}, new double[] {0.5});
    int near = 0;
    for (int seed = 0; seed < 100; seed++) {
      double x = search.propose(good, others, new SplittableRandom(seed), p -> false)[0];
      near += x < 0.4 ? 1 : 0;
    }
    assertThat(near).isEqualTo(100);
  }
}
