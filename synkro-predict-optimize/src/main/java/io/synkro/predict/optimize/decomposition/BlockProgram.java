package io.synkro.predict.optimize.decomposition;

/**
 * Plans one block at given prices of the accounts: a line without lanes exactly, lines that lanes
 * join by a {@link LaneSearch}. Used by one thread at a time.
 */
final class BlockProgram {
  private final LineTable table;
  private final LineProgram lines;
  private final LaneSearch lanes;

  BlockProgram(LineTable table, Watch watch) {
    this.table = table;
    this.lines = new LineProgram(table);
    this.lanes = new LaneSearch(table, watch);
  }

  /**
   * Sets the prices.
   *
   * @param prices by account, zero or more
   * @param weight of the true costs: 1, or 0 to look for what uses the least
   */
  void price(double[] prices, double weight) {
    lines.price(prices, weight);
    lanes.price(prices, weight);
  }

  /**
   * Plans a block.
   *
   * @param block its number
   * @param plan a whole plan, to which the orders and transfers of the block are written; a search
   *     starts from the transfers that are there
   * @param afresh whether another search starts from no transfers
   * @return cost plus price of what is used: the least for a line without lanes; infinite if
   *     minimum stocks cannot be kept
   */
  double solve(int block, int[] plan, boolean afresh) {
    return table.isJoined(block)
        ? lanes.solve(block, plan, afresh)
        : lines.solve(table.first[block], plan);
  }
}
