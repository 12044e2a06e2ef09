package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.series.WarehouseId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The accounts in which is booked what plans use: one for each subject and period that has a limit,
 * all periods of a subject side by side. The first are money, the last are for what nobody limits.
 * Immutable.
 */
final class Ledger {
  private record Place(WarehouseId warehouse, Space space) {}

  private final int periods;
  private final Map<Object, Integer> bases = new HashMap<>();
  private final List<SharedLimit> limits;
  private final int[] accounts;
  private final int size;

  Ledger(StockProblem problem) {
    this.periods = problem.periods();
    this.limits = problem.limits();
    this.accounts = new int[limits.size()];
    int next = periods;
    for (int r = 0; r < accounts.length; r++) {
      SharedLimit limit = limits.get(r);
      int base = 0;
      if (!(limit instanceof SharedLimit.Budget)) {
        Integer known = bases.putIfAbsent(subject(limit), next);
        base = known == null ? next : known;
        next += known == null ? periods : 0;
      }
      accounts[r] = base + limit.period();
    }
    this.size = next + periods;
  }

  private static Object subject(SharedLimit limit) {
    if (limit instanceof SharedLimit.Room room) {
      return new Place(room.warehouse(), room.space());
    }
    return limit instanceof SharedLimit.Capacity capacity ? capacity.supplier() : limit;
  }

  /** Returns the number of accounts. */
  int size() {
    return size;
  }

  /** Returns the shared limits. */
  List<SharedLimit> limits() {
    return limits;
  }

  /** Returns the account that a limit is about. */
  int account(int limit) {
    return accounts[limit];
  }

  /** Returns the first account of a supplier: the unlimited ones if it has no limit. */
  int supplier(SupplierId supplier) {
    return bases.getOrDefault(supplier, size - periods);
  }

  /** Returns the first account of the room of a warehouse, or −1 if it has no limit. */
  int room(WarehouseId warehouse, Space space) {
    return bases.getOrDefault(new Place(warehouse, space), -1);
  }
}
