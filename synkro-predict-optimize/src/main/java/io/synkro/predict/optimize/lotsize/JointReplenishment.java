package io.synkro.predict.optimize.lotsize;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Joint replenishment: products of steady demand that share the fixed cost of an order. An order is
 * placed every T units of time and product n is part of every m(n)-th of them, so that a unit of
 * time costs (K + Σ k(n) / m(n)) / T + T / 2 Σ h(n) m(n) λ(n).
 *
 * @param sharedCost cost K of each order whatever it contains, positive
 * @param products cost k(n) of a product's part in an order, its holding cost h(n) and its demand
 *     rate λ(n), which must be positive
 */
public record JointReplenishment(double sharedCost, List<EconomicOrderQuantity> products) {
  /** About a second of search. */
  private static final int MOST_SCHEDULES = 2_000_000;

  /** After so many changes sums are taken anew, before their rounding matters. */
  private static final int FRESH = 1000;

  /** {@inheritDoc} */
  public JointReplenishment {
    Require.positive(
        "sharedCost", sharedCost, "use EconomicOrderQuantity for products that share nothing");
    products = List.copyOf(products);
    Require.atLeast("number of products", products.size(), 1, "");
    for (int n = 0; n < products.size(); n++) {
      Require.positive("demandRate of product " + n, products.get(n).demandRate(), "leave it out");
    }
  }

  /**
   * Returns the schedule of Silver's heuristic: the product with the least k / (hλ) is part of
   * every order, and the others as often as this would make best, rounded. Source: Silver (1976),
   * "A simple method of determining order quantities in joint replenishments under deterministic
   * demand", Management Science 22, <a
   * href="https://doi.org/10.1287/mnsc.22.12.1351">doi:10.1287/mnsc.22.12.1351</a>.
   *
   * @return a schedule, mostly within a few percent of the best
   */
  public JointSchedule silver() {
    EconomicOrderQuantity base =
        Collections.min(products, Comparator.comparingDouble(JointReplenishment::squaredCycle));
    double squaredBase = (sharedCost + base.fixedCost()) / perTime(base);
    int[] multiples = new int[products.size()];
    for (int n = 0; n < multiples.length; n++) {
      double multiple = Math.rint(Math.sqrt(squaredCycle(products.get(n)) / squaredBase));
      multiples[n] = (int) Math.max(1, multiple);
    }
    return scheduleOf(multiples);
  }

  /**
   * Returns the cheapest cyclic schedule. For each T the best m(n) is the least whole number with
   * m(m + 1) ≥ 2k(n) / (h(n)λ(n)T²); this goes through all changes of the multiples as T falls,
   * down to where K / T alone costs more than what is above a lower bound in the best schedule
   * found. Source: Goyal (1974), "Determination of optimum packaging frequency of items jointly
   * replenished", Management Science 21, <a
   * href="https://doi.org/10.1287/mnsc.21.4.436">doi:10.1287/mnsc.21.4.436</a>; Wildeman, Frenk
   * &amp; Dekker (1997), "An efficient optimal solution method for the joint replenishment
   * problem", European Journal of Operational Research 99.
   *
   * @return the schedule
   * @throws InvalidInputException if the search would have to go through more than 2 million
   *     schedules because the shared cost is next to nothing
   */
  public JointSchedule optimum() {
    int[] multiples = new int[products.size()];
    Arrays.fill(multiples, 1);
    PriorityQueue<Change> changes = new PriorityQueue<>();
    IntStream.range(0, multiples.length).forEach(n -> changes.add(change(n, 1)));
    double alone = products.stream().mapToDouble(product -> product.optimum().cost()).sum();
    double perOrder = ordered(multiples);
    double perTime = held(multiples);
    JointSchedule best = silver();
    for (int i = 0; i < MOST_SCHEDULES; i++) {
      if (Math.sqrt(2 * perOrder * perTime) < best.cost()) {
        best = scheduleOf(multiples);
      }
      Change next = changes.remove();
      if (sharedCost / next.cycle() >= best.cost() - alone) {
        return best;
      }
      int n = next.product();
      int multiple = ++multiples[n];
      EconomicOrderQuantity product = products.get(n);
      boolean fresh = i % FRESH == 0;
      double saved = product.fixedCost() / (multiple * (multiple - 1.0));
      perOrder = fresh ? ordered(multiples) : perOrder - saved;
      perTime = fresh ? held(multiples) : perTime + perTime(product);
      changes.add(change(n, multiple));
    }
    throw new InvalidInputException(
        "sharedCost",
        Double.toString(sharedCost),
        "is too small beside the products' costs to search all schedules",
        "use silver()");
  }

  /** The cycle below which a product is better left out of one more order between its own. */
  private record Change(double cycle, int product) implements Comparable<Change> {
    @Override
    public int compareTo(Change other) {
      int longest = Double.compare(other.cycle, cycle);
      return longest != 0 ? longest : Integer.compare(product, other.product);
    }
  }

  private Change change(int n, int multiple) {
    double pairs = multiple * (multiple + 1.0);
    return new Change(Math.sqrt(2 * squaredCycle(products.get(n)) / pairs), n);
  }

  private JointSchedule scheduleOf(int[] multiples) {
    double perOrder = ordered(multiples);
    double perTime = held(multiples);
    double cycle = Math.sqrt(2 * perOrder / perTime);
    return new JointSchedule(
        cycle,
        Arrays.stream(multiples).boxed().toList(),
        IntStream.range(0, multiples.length)
            .mapToObj(n -> cycle * multiples[n] * products.get(n).demandRate())
            .toList(),
        perOrder / cycle + cycle / 2 * perTime);
  }

  private double ordered(int[] multiples) {
    double sum = 0;
    for (int n = 0; n < multiples.length; n++) {
      sum += products.get(n).fixedCost() / multiples[n];
    }
    return sharedCost + sum;
  }

  private double held(int[] multiples) {
    double sum = 0;
    for (int n = 0; n < multiples.length; n++) {
      sum += perTime(products.get(n)) * multiples[n];
    }
    return sum;
  }

  /** Half of the square of the time between orders that a product would choose alone. */
  private static double squaredCycle(EconomicOrderQuantity product) {
    return product.fixedCost() / perTime(product);
  }

  private static double perTime(EconomicOrderQuantity product) {
    return product.holdingCost() * product.demandRate();
  }
}
