package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.problem.Lane;
import io.synkro.predict.optimize.problem.PriceBreak;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.optimize.problem.UsefulPacks;

/**
 * The lines of a problem as primitive arrays: the dynamic programs walk over them hundreds of
 * times. Orders lie as in an {@link io.synkro.predict.optimize.problem.OrderPlan}: by line, option
 * and period. Immutable after it is made.
 */
final class LineTable {
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

  /** By line, where lanes join lines: the lanes that it sends and receives by, in their order. */
  final int[][] sends;

  final int[][] receives;

  /** By option or lane: where its price tiers begin; one more at the end. */
  final int[] tiers;

  /** By price tier: the least packs, and what a pack costs. */
  final int[] tierPacks;

  final double[] tierCost;

  /** By room: first account, and what a unit takes. */
  final int[] roomAccount;

  final double[] roomUnit;

  private final StockLine[] source;

  private final LineStock stock;

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
    this.frozen = new int[lines];
    this.options = new int[lines + 1];
    this.ends = new int[lines];
    this.rooms = new int[lines + 1];
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
    this.sends = new int[hasLanes() ? lines : 0][];
    this.receives = new int[sends.length][];
    this.roomAccount = new int[rooms[lines]];
    this.roomUnit = new double[rooms[lines]];
    for (int b = 0; b < blocks; b++) {
      for (int i = first[b]; i < first[b + 1]; i++) {
        fill(i, source[i], ledger);
      }
      fillLanes(problem, joined, b);
    }
    this.stock = new LineStock(this);
    this.bare = stock.bare;
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
    int count = joined.lanes(block).length;
    link(block, from, o - count, sends);
    link(block, to, o - count, receives);
  }

  /** Lists the lanes of each line of a block, by one of its ends. */
  private void link(int block, int[] end, int firstLane, int[][] lists) {
    int begin = first[block];
    int[] counts = new int[first[block + 1] - begin];
    int last = options[first[block + 1]];
    for (int o = firstLane; o < last; o++) {
      counts[end[o] - begin]++;
    }
    for (int i = begin; i < first[block + 1] && lists.length > 0; i++) {
      lists[i] = new int[counts[i - begin]];
    }
    for (int o = last - 1; o >= firstLane; o--) {
      lists[end[o]][--counts[end[o] - begin]] = o;
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

  /** Returns the least price of a unit of a line. */
  double leastUnitCost(int line) {
    return UsefulPacks.leastUnitCost(source[line]);
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

  /** Returns whether a line has ways to order. */
  boolean isOrdered(int line) {
    return ends[line] > options[line];
  }

  /** Returns the stock without orders, which never changes. */
  LineStock stock() {
    return stock;
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
