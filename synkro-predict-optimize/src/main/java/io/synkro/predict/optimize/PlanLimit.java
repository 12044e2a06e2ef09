package io.synkro.predict.optimize;

import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.series.WarehouseId;
import java.util.Arrays;
import java.util.List;

/**
 * What all lines of a plan together may use, period by period.
 *
 * @param subject what is limited
 * @param amounts by period, zero or more, at least one; the last holds for all later periods
 * @param price of each unit beyond, positive; {@link SharedLimit#HARD} if the limit must be kept
 */
public record PlanLimit(Subject subject, List<Double> amounts, double price) {

  /** What can be limited. */
  public sealed interface Subject {
    /**
     * Returns the subject in words.
     *
     * @return such as "budget"
     */
    String name();
  }

  /** Money for orders, at purchase prices; the fixed costs of ordering do not count. */
  public record Budget() implements Subject {
    @Override
    public String name() {
      return "budget";
    }
  }

  /**
   * Room for stock.
   *
   * @param warehouse where
   * @param space kind of room
   */
  public record Room(WarehouseId warehouse, Space space) implements Subject {
    @Override
    public String name() {
      return space.of(warehouse);
    }
  }

  /**
   * Units that a supplier takes orders of.
   *
   * @param supplier who delivers
   */
  public record Capacity(SupplierId supplier) implements Subject {
    @Override
    public String name() {
      return "capacity of " + supplier;
    }
  }

  /** {@inheritDoc} */
  public PlanLimit {
    amounts = List.copyOf(amounts);
    Require.atLeast(
        "amounts of the " + subject.name(), amounts.size(), 1, "leave the limit out if it is none");
    for (double amount : amounts) {
      Require.nonNegative(subject.name(), amount, "leave the limit out if there is none");
    }
    Require.that(price > 0, "price of the " + subject.name(), price, "must be positive", "");
  }

  /**
   * Creates a limit that must be kept.
   *
   * @param subject what is limited
   * @param amounts by period; the last holds for all later periods
   * @return the limit
   */
  public static PlanLimit hard(Subject subject, double... amounts) {
    return new PlanLimit(subject, Arrays.stream(amounts).boxed().toList(), SharedLimit.HARD);
  }

  /**
   * Makes the limit elastic.
   *
   * @param newPrice of each unit beyond, positive
   * @return a copy
   */
  public PlanLimit elastic(double newPrice) {
    return new PlanLimit(subject, amounts, newPrice);
  }

  /**
   * Multiplies all amounts.
   *
   * @param factor zero or more; 0.9 for ten per cent less
   * @return a copy
   */
  public PlanLimit times(double factor) {
    Require.nonNegative("factor", factor, "write 10 % less as 0.9");
    return new PlanLimit(subject, amounts.stream().map(a -> a * factor).toList(), price);
  }

  /**
   * Adds to all amounts.
   *
   * @param more may be negative; no amount falls below zero
   * @return a copy
   */
  public PlanLimit plus(double more) {
    Require.finite("more", more, "");
    return new PlanLimit(subject, amounts.stream().map(a -> Math.max(0, a + more)).toList(), price);
  }

  /** Returns the limit of a period of the planning problem, less what is taken already. */
  SharedLimit in(int period, double taken) {
    double amount = Math.max(0, amounts.get(Math.min(period, amounts.size() - 1)) - taken);
    if (subject instanceof Room room) {
      return new SharedLimit.Room(room.warehouse(), room.space(), period, amount, price);
    }
    return subject instanceof Capacity capacity
        ? new SharedLimit.Capacity(capacity.supplier(), period, amount, price)
        : new SharedLimit.Budget(period, amount, price);
  }

  /** Returns what a limit of a planning problem is about. */
  static Subject subject(SharedLimit limit) {
    if (limit instanceof SharedLimit.Room room) {
      return new Room(room.warehouse(), room.space());
    }
    return limit instanceof SharedLimit.Capacity capacity
        ? new Capacity(capacity.supplier())
        : new Budget();
  }
}
