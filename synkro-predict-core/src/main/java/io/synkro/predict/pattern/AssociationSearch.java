package io.synkro.predict.pattern;

import io.synkro.predict.orders.OrderLines;
import io.synkro.predict.series.ProductId;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds pairs of products bought together. Pairs of products that are rare by themselves are never
 * counted, as in Agrawal &amp; Srikant (1994), Fast Algorithms for Mining Association Rules, VLDB.
 */
final class AssociationSearch {
  private static final int LARGEST_ORDER = 200;
  private static final int FEWEST_ORDERS = 3;

  private final OrderLines lines;
  private final List<ProductId> products;
  private final int[] productOfItem;

  AssociationSearch(OrderLines lines) {
    this.lines = lines;
    this.products = lines.items().stream().map(SeriesId::product).distinct().sorted().toList();
    this.productOfItem =
        lines.items().stream()
            .mapToInt(item -> java.util.Collections.binarySearch(products, item.product()))
            .toArray();
  }

  AssociationReport search(PatternOptions options) {
    int[][] baskets = baskets();
    int skipped = 0;
    int orders = 0;
    int[] productOrders = new int[products.size()];
    for (int b = 0; b < baskets.length; b++) {
      if (baskets[b].length > LARGEST_ORDER) {
        baskets[b] = new int[0];
        skipped++;
      } else if (baskets[b].length > 0) {
        orders++;
        for (int product : baskets[b]) {
          productOrders[product]++;
        }
      }
    }
    int minimum = Math.max(FEWEST_ORDERS, (int) Math.ceil(options.minSupport() * orders - 1e-9));
    long frequent = Arrays.stream(productOrders).filter(count -> count >= minimum).count();
    List<Association> raw = pairs(baskets, productOrders, minimum, orders);
    long tests = frequent * (frequent - 1) / 2;
    List<Association> found = significant(raw, tests, options.significance());
    return new AssociationReport(
        found.subList(0, Math.min(found.size(), options.topAssociations())),
        found.size(),
        orders,
        skipped,
        tests);
  }

  /** Different products bought, rising, of every order. */
  private int[][] baskets() {
    int[] ends = new int[lines.orders().size() + 1];
    for (int i = 0; i < lines.size(); i++) {
      if (lines.quantity(i) > 0) {
        ends[lines.order(i) + 1]++;
      }
    }
    for (int o = 0; o < ends.length - 1; o++) {
      ends[o + 1] += ends[o];
    }
    int[] flat = new int[ends[ends.length - 1]];
    int[] next = ends.clone();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.quantity(i) > 0) {
        flat[next[lines.order(i)]++] = productOfItem[lines.item(i)];
      }
    }
    int[][] baskets = new int[lines.orders().size()][];
    for (int o = 0; o < baskets.length; o++) {
      baskets[o] = Arrays.stream(flat, ends[o], ends[o + 1]).sorted().distinct().toArray();
    }
    return baskets;
  }

  private List<Association> pairs(int[][] baskets, int[] productOrders, int minimum, int orders) {
    PairCounts counts = new PairCounts();
    for (int[] basket : baskets) {
      int[] kept = Arrays.stream(basket).filter(p -> productOrders[p] >= minimum).toArray();
      for (int i = 0; i < kept.length; i++) {
        for (int j = i + 1; j < kept.length; j++) {
          counts.add(kept[i], kept[j]);
        }
      }
    }
    List<Association> pairs = new ArrayList<>();
    counts.forEachAtLeast(
        minimum,
        (low, high, both) -> {
          int left = productOrders[low];
          int right = productOrders[high];
          double p = Tail.hypergeometricAtLeast(both, left, right, orders);
          pairs.add(
              new Association(
                  products.get(low), products.get(high), both, left, right, orders, p, p));
        });
    return pairs;
  }

  /**
   * Pairs that were not counted can only make Holm's correction milder; it stays on the safe side.
   */
  private static List<Association> significant(
      List<Association> raw, long tests, double significance) {
    double[] adjusted =
        MultipleTests.holm(raw.stream().mapToDouble(Association::pValue).toArray(), tests);
    return IntStream.range(0, adjusted.length)
        .filter(i -> adjusted[i] <= significance)
        .mapToObj(i -> withAdjusted(raw.get(i), adjusted[i]))
        .sorted(
            Comparator.comparingDouble(Association::lift)
                .thenComparingInt(Association::bothOrders)
                .reversed()
                .thenComparing(Association::left)
                .thenComparing(Association::right))
        .toList();
  }

  private static Association withAdjusted(Association a, double adjusted) {
    return new Association(
        a.left(),
        a.right(),
        a.bothOrders(),
        a.leftOrders(),
        a.rightOrders(),
        a.orders(),
        a.pValue(),
        adjusted);
  }
}
