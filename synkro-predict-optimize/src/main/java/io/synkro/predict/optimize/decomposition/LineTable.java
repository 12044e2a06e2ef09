package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.problem.Lane;
import io.synkro.predict.optimize.problem.PriceBreak;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.optimize.problem.UsefulPacks;
import java.util.Arrays;

/**
 * The lines of a problem as primitive arrays: the dynamic programs walk over them hundreds of
 * times. Orders lie as in an {@link io.synkro.predict.optimize.problem.OrderPlan}: by line, option
 * and period. The states of a line are the packs that have arrived, up to those that can pay by
 * {@link UsefulPacks}; no price makes a difference to these. Immutable after it is made, but for
 * what lanes move: different threads may set that of different lines.
 */
final class LineTable {
  /** Cells of a dynamic program: 2^24 doubles are 128 MiB for each thread. */
  private static final int MOST_CELLS = 1 << 24;

  /** Packs that the search of transfers goes up to. */
  private static final int MOST_NEEDED = 1 << 16;

  /** Half of what the check of plans allows. */
  private static final double TOLERANCE = 0.5e-6;

  final int blocks;
  final int mostLines;
  final int lines;
  final int periods;
  final int accounts;

  /** By block: its first line; one more at the end. */
  final int[] first;

  /** By line: its position in the problem. */
  final int[] position;

  /** By line. */
  final double[] pack;

  final int[] states;
  final int[] frozen;

  /** By line: where its options and rooms begin; one more at the end. */
  final int[] options;

  final int[] rooms;

  /** By line: where its options end. The lanes of a block follow after those of its last line. */
  final int[] ends;

  /** By line and period: stock without orders. */
  final double[] bare;

  /** By option or lane. */
  final int[] lead;

  final int[] most;
  final double[] orderCost;
  final int[] supplier;

  /** By lane, at the places of options: position in the problem and the lines that it joins. */
  final int[] lane;

  final int[] from;
  final int[] to;

  /** By option or lane: where its price tiers begin; one more at the end. */
  final int[] tiers;

  /** By price tier: the least packs, and what a pack costs. */
  final int[] tierPacks;

  final double[] tierCost;

  /** By room: first account, and what a unit takes. */
  final int[] roomAccount;

  final double[] roomUnit;

  private final StockLine[] source;

  /** By line and period: the stock from which on a unit more never saves what it costs. */
  private final double[] enough;

  /** By line and period: the least stock where something is sent; empty if nothing ever is. */
  private double[] floors = {};

  LineTable(StockProblem problem, Ledger ledger) {
    Blocks joined = new Blocks(problem);
    this.blocks = joined.count;
    this.mostLines = joined.mostLines;
    this.first = joined.first;
    this.position = joined.order;
    this.lines = position.length;
    this.source = new StockLine[lines];
    this.periods = problem.periods();
    this.accounts = ledger.size();
    this.pack = new double[lines];
    this.states = new int[lines];
    this.frozen = new int[lines];
    this.options = new int[lines + 1];
    this.ends = new int[lines];
    this.rooms = new int[lines + 1];
    this.bare = new double[lines * periods];
    this.enough = new double[problem.lanes().isEmpty() ? 0 : lines * periods];
    int tierCount = count(problem, joined, ledger);
    int optionCount = options[lines];
    this.lead = new int[optionCount];
    this.most = new int[optionCount];
    this.orderCost = new double[optionCount];
    this.supplier = new int[optionCount];
    this.tiers = new int[optionCount + 1];
    this.tierPacks = new int[tierCount];
    this.tierCost = new double[tierCount];
    this.lane = new int[problem.lanes().isEmpty() ? 0 : optionCount];
    this.from = new int[lane.length];
    this.to = new int[lane.length];
    this.roomAccount = new int[rooms[lines]];
    this.roomUnit = new double[rooms[lines]];
    for (int b = 0; b < blocks; b++) {
      for (int i = first[b]; i < first[b + 1]; i++) {
        fill(i, source[i], ledger);
      }
      fillLanes(problem, joined, b);
    }
  }

  /** Returns a copy for a thread that moves stock between lines. */
  LineTable forMoves() {
    return new LineTable(this);
  }

  private LineTable(LineTable other) {
    this.blocks = other.blocks;
    this.mostLines = other.mostLines;
    this.lines = other.lines;
    this.periods = other.periods;
    this.accounts = other.accounts;
    this.first = other.first;
    this.position = other.position;
    this.pack = other.pack;
    this.states = other.states.clone();
    this.frozen = other.frozen;
    this.options = other.options;
    this.rooms = other.rooms;
    this.ends = other.ends;
    this.bare = other.bare.clone();
    this.lead = other.lead;
    this.most = other.most;
    this.orderCost = other.orderCost;
    this.supplier = other.supplier;
    this.lane = other.lane;
    this.from = other.from;
    this.to = other.to;
    this.tiers = other.tiers;
    this.tierPacks = other.tierPacks;
    this.tierCost = other.tierCost;
    this.roomAccount = other.roomAccount;
    this.roomUnit = other.roomUnit;
    this.source = other.source;
    this.enough = other.enough;
    this.floors = new double[lines * periods];
    Arrays.fill(floors, Double.NEGATIVE_INFINITY);
  }

  /** Counts options, lanes and rooms; returns how many price tiers there are. */
  private int count(StockProblem problem, Blocks joined, Ledger ledger) {
    int tierCount = 0;
    for (int b = 0; b < blocks; b++) {
      for (int i = first[b]; i < first[b + 1]; i++) {
        source[i] = problem.lines().get(position[i]);
        ends[i] = options[i] + source[i].supply().size();
        options[i + 1] = ends[i];
        rooms[i + 1] = rooms[i] + roomCount(source[i], ledger);
        for (SupplyOption option : source[i].supply()) {
          tierCount += 1 + option.breaks().size();
        }
      }
      options[first[b + 1]] += joined.lanes(b).length;
      tierCount += joined.lanes(b).length;
    }
    return tierCount;
  }

  private void fillLanes(StockProblem problem, Blocks joined, int block) {
    int o = lanes(block);
    for (int l : joined.lanes(block)) {
      Lane source = problem.lanes().get(l);
      lane[o] = l;
      from[o] = joined.place[problem.position(source.from())];
      to[o] = joined.place[problem.position(source.to())];
      lead[o] = source.leadPeriods();
      most[o] = source.maximumPacks();
      tierPacks[tiers[o]] = 1;
      tierCost[tiers[o]] = source.packCost();
      tiers[o + 1] = tiers[o] + 1;
      o++;
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
    states[i] = countStates(i, line, UsefulPacks.of(line) + 1);
    boolean ordered = ends[i] > options[i];
    for (int t = 0; t < periods && enough.length > 0; t++) {
      double price = ordered && t == periods - 1 ? UsefulPacks.leastUnitCost(line) : 0;
      enough[i * periods + t] = Math.max(line.cost(t).sufficient(price), line.minimumStock(t));
    }
  }

  /** Returns how many packs a line with lanes can need before it sends any. */
  int needed(int i) {
    double needed = 0;
    for (int t = 0; t < periods; t++) {
      int at = i * periods + t;
      needed = Math.max(needed, Math.ceil((enough[at] - bare[at]) / pack[i]));
    }
    return (int) Math.min(MOST_NEEDED, needed + UsefulPacks.largest(source[i]));
  }

  /**
   * Sets what lanes move from now on: the stock without orders changes, and what is sent has to be
   * on hand.
   *
   * @param i position of the line
   * @param moved by period, the packs that it received less those that it sent so far
   * @param sends whether it sends in a period
   */
  void move(int i, int[] moved, boolean[] sends) {
    StockLine line = source[i];
    double needed = 0;
    for (int t = 0; t < periods; t++) {
      int at = i * periods + t;
      bare[at] = line.stockWithoutOrders(t) + pack[i] * moved[t];
      floors[at] = sends[t] ? -line.afterSending(t) - TOLERANCE : Double.NEGATIVE_INFINITY;
      double target = Math.max(enough[at], sends[t] ? -line.afterSending(t) : enough[at]);
      needed = Math.max(needed, Math.ceil((target - bare[at]) / pack[i]));
    }
    boolean ordered = ends[i] > options[i];
    states[i] = countStates(i, line, ordered ? needed + UsefulPacks.largest(line) + 1 : 1);
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

  private int countStates(int i, StockLine line, double count) {
    double cells = count * (periods * (ends[i] - options[i] + 1) + 1);
    if (cells > MOST_CELLS) {
      throw new InvalidInputException(
          "packs that " + line + " can need",
          Double.toString(count),
          "must be at most " + (int) (count * (MOST_CELLS / cells)),
          "plan in larger packs");
    }
    return (int) count;
  }

  /** Returns the least price of a unit of a line. */
  double leastUnitCost(int line) {
    return UsefulPacks.leastUnitCost(source[line]);
  }

  /** Returns how many packs must have arrived to keep the minimum stock of a period. */
  int leastPacks(int line, int period) {
    double least = source[line].minimumStock(period);
    double sent = floors.length == 0 ? least : floors[line * periods + period];
    if (least == Double.NEGATIVE_INFINITY && sent == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    double allowed = Math.max(least - TOLERANCE * Math.max(1, Math.abs(least)), sent);
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

  /** Returns where the orders and transfers of a block begin in a plan. */
  int start(int block) {
    return options[first[block]] * periods;
  }

  /** Returns the first of the lanes of a block, which end where the next block begins. */
  int lanes(int block) {
    return ends[first[block + 1] - 1];
  }

  /** Returns whether any block has lanes. */
  boolean hasLanes() {
    return lane.length > 0;
  }

  /** Returns whether a block has lanes. */
  boolean isJoined(int block) {
    return lanes(block) < options[first[block + 1]];
  }

  /** Returns a line, for what is not in the arrays. */
  StockLine line(int position) {
    return source[position];
  }

  /**
   * Lists the accounts that a block can use.
   *
   * @param block its number
   * @param found filled with accounts, maybe one twice
   * @return how many were found
   */
  int accounts(int block, int[] found) {
    int count = 0;
    for (int t = 0; t < periods; t++) {
      found[count++] = t;
      for (int i = first[block]; i < first[block + 1]; i++) {
        for (int o = options[i]; o < ends[i]; o++) {
          found[count++] = supplier[o] + t;
        }
        for (int r = rooms[i]; r < rooms[i + 1]; r++) {
          found[count++] = roomAccount[r] + t;
        }
      }
    }
    return count;
  }

  /** Returns how many accounts any block can use at most. */
  int mostAccounts() {
    int most = 0;
    for (int b = 0; b < blocks; b++) {
      int end = first[b + 1];
      int count = options[end] - options[first[b]] + rooms[end] - rooms[first[b]];
      most = Math.max(most, count);
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
