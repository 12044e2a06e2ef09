package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.problem.PriceBreak;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.optimize.problem.UsefulPacks;

/**
 * The lines of a problem as primitive arrays: the dynamic programs walk over them hundreds of
 * times. Orders lie as in an {@link io.synkro.predict.optimize.problem.OrderPlan}: by line, option
 * and period. The states of a line are the packs that have arrived, up to those that can pay by
 * {@link UsefulPacks}; no price makes a difference to these. Immutable after it is made.
 */
final class LineTable {
  /** Cells of a dynamic program: 2^24 doubles are 128 MiB for each thread. */
  private static final int MOST_CELLS = 1 << 24;

  /** Half of what the check of plans allows. */
  private static final double TOLERANCE = 0.5e-6;

  final int lines;
  final int periods;
  final int accounts;

  /** By line. */
  final double[] pack;

  final int[] states;
  final int[] frozen;

  /** By line: where its options and rooms begin; one more at the end. */
  final int[] options;

  final int[] rooms;

  /** By line and period: stock without orders. */
  final double[] bare;

  /** By option. */
  final int[] lead;

  final int[] most;
  final double[] orderCost;
  final int[] supplier;

  /** By option: where its price tiers begin; one more at the end. */
  final int[] tiers;

  /** By price tier: the least packs, and what a pack costs. */
  final int[] tierPacks;

  final double[] tierCost;

  /** By room: first account, and what a unit takes. */
  final int[] roomAccount;

  final double[] roomUnit;

  private final StockLine[] source;

  LineTable(StockProblem problem, Ledger ledger) {
    this.source = problem.lines().toArray(new StockLine[0]);
    this.lines = source.length;
    this.periods = problem.periods();
    this.accounts = ledger.size();
    this.pack = new double[lines];
    this.states = new int[lines];
    this.frozen = new int[lines];
    this.options = new int[lines + 1];
    this.rooms = new int[lines + 1];
    this.bare = new double[lines * periods];
    int tierCount = 0;
    for (int i = 0; i < lines; i++) {
      options[i + 1] = options[i] + source[i].supply().size();
      rooms[i + 1] = rooms[i] + roomCount(source[i], ledger);
      for (SupplyOption option : source[i].supply()) {
        tierCount += 1 + option.breaks().size();
      }
    }
    int optionCount = options[lines];
    this.lead = new int[optionCount];
    this.most = new int[optionCount];
    this.orderCost = new double[optionCount];
    this.supplier = new int[optionCount];
    this.tiers = new int[optionCount + 1];
    this.tierPacks = new int[tierCount];
    this.tierCost = new double[tierCount];
    this.roomAccount = new int[rooms[lines]];
    this.roomUnit = new double[rooms[lines]];
    for (int i = 0; i < lines; i++) {
      fill(i, source[i], ledger);
    }
  }

  private static int roomCount(StockLine line, Ledger ledger) {
    int count = 0;
    for (Space space : Space.values()) {
      count += line.unitSpace(space) > 0 && ledger.room(line.id().warehouse(), space) >= 0 ? 1 : 0;
    }
    return count;
  }

  private void fill(int i, StockLine line, Ledger ledger) {
    pack[i] = line.packSize();
    frozen[i] = line.frozenPeriods();
    for (int t = 0; t < periods; t++) {
      bare[i * periods + t] = line.stockWithoutOrders(t);
    }
    for (int k = 0; k < line.supply().size(); k++) {
      fillOption(options[i] + k, line.packSize(), line.supply().get(k), ledger);
    }
    int room = rooms[i];
    for (Space space : Space.values()) {
      int base = ledger.room(line.id().warehouse(), space);
      if (line.unitSpace(space) > 0 && base >= 0) {
        roomAccount[room] = base;
        roomUnit[room++] = line.unitSpace(space);
      }
    }
    states[i] = countStates(i, line);
  }

  private void fillOption(int o, double packSize, SupplyOption option, Ledger ledger) {
    lead[o] = option.leadPeriods();
    most[o] = option.maximumPacks();
    orderCost[o] = option.orderCost();
    supplier[o] = ledger.supplier(option.supplier());
    int tier = tiers[o];
    tierPacks[tier] = option.minimumPacks();
    tierCost[tier++] = packSize * option.unitCost(option.minimumPacks());
    for (PriceBreak next : option.breaks()) {
      if (next.packs() > option.minimumPacks() && next.packs() <= option.maximumPacks()) {
        tierPacks[tier] = next.packs();
        tierCost[tier++] = packSize * next.unitCost();
      }
    }
    tiers[o + 1] = tier;
  }

  private int countStates(int i, StockLine line) {
    double count = UsefulPacks.of(line) + 1;
    double cells = count * (periods * (options[i + 1] - options[i] + 1) + 1);
    if (cells > MOST_CELLS) {
      throw new InvalidInputException(
          "packs that " + line + " can need",
          Double.toString(count),
          "must be at most " + (int) (count * (MOST_CELLS / cells)),
          "plan in larger packs");
    }
    return (int) count;
  }

  /** Returns how many packs must have arrived to keep the minimum stock of a period. */
  int leastPacks(int line, int period) {
    double least = source[line].minimumStock(period);
    if (least == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    double allowed = least - TOLERANCE * Math.max(1, Math.abs(least));
    double packs = Math.ceil((allowed - bare[line * periods + period]) / pack[line]);
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE - 1, packs));
  }

  /** Returns how many packs may have arrived to keep the maximum stock of a period. */
  int mostPacks(int line, int period) {
    double most = source[line].maximumStock(period);
    if (most == Double.POSITIVE_INFINITY) {
      return Integer.MAX_VALUE;
    }
    double allowed = most + TOLERANCE * Math.max(1, Math.abs(most));
    double packs = Math.floor((allowed - bare[line * periods + period]) / pack[line]);
    return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, packs));
  }

  /** Returns the number of orders that a plan can have. */
  int orders() {
    return options[lines] * periods;
  }

  /** Returns where the orders of a line begin in a plan. */
  int start(int line) {
    return options[line] * periods;
  }

  /** Returns a line, for what is not in the arrays. */
  StockLine line(int position) {
    return source[position];
  }

  /**
   * Lists the accounts that a line can use.
   *
   * @param line its position
   * @param found filled with accounts, maybe one twice
   * @return how many were found
   */
  int accounts(int line, int[] found) {
    int count = 0;
    for (int t = 0; t < periods; t++) {
      found[count++] = t;
      for (int o = options[line]; o < options[line + 1]; o++) {
        found[count++] = supplier[o] + t;
      }
      for (int r = rooms[line]; r < rooms[line + 1]; r++) {
        found[count++] = roomAccount[r] + t;
      }
    }
    return count;
  }

  /** Returns how many accounts any line can use at most. */
  int mostAccounts() {
    int most = 0;
    for (int i = 0; i < lines; i++) {
      most = Math.max(most, options[i + 1] - options[i] + rooms[i + 1] - rooms[i]);
    }
    return (most + 1) * periods;
  }

  /** Returns the price tier that an order of some packs reaches. */
  int tier(int option, int packs) {
    int tier = tiers[option + 1] - 1;
    while (packs < tierPacks[tier]) {
      tier--;
    }
    return tier;
  }
}
