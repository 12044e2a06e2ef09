package io.synkro.predict.trees.internal;

import io.synkro.predict.tabular.FeatureTable;

/** Finds, for a block of rows, the rows for which each condition holds. Immutable. */
record RowMasks(Conditions conditions) {
  void fill(FeatureTable table, int from, Block block) {
    for (NumberColumn column : conditions.numbers) {
      table.copyColumn(column.feature, from, block.rows(), block.values);
      sortByRank(column, block);
      for (int w = 0; w < block.words(); w++) {
        scan(column, w, block);
      }
    }
    for (CategoryColumn column : conditions.categories) {
      table.copyColumn(column.feature, from, block.rows(), block.values);
      for (int w = 0; w << 6 < block.rows(); w++) {
        transpose(column, w, block);
      }
    }
  }

  /** Puts each row's bit to its rank; missing values stand behind the last rank. */
  private static void sortByRank(NumberColumn column, Block block) {
    int shift = block.words() == 1 ? 0 : 2;
    int missing = column.thresholds() + 1;
    for (int r = 0; r < block.rows(); r++) {
      int rank = column.rank(block.values[r]);
      int at = rank == NumberColumn.MISSING ? missing : rank;
      block.ranks[(at << shift) + (r >> 6)] |= 1L << r;
    }
  }

  /** From the last threshold down, the rows above it are those of all higher ranks. */
  private static void scan(NumberColumn column, int word, Block block) {
    long[] ranks = block.ranks;
    long[] masks = block.masks;
    int words = block.words();
    int thresholds = column.thresholds();
    int lost = (thresholds + 1) * words + word;
    long missing = ranks[lost];
    ranks[lost] = 0;
    int left = column.missingLeft < 0 ? -1 : column.missingLeft * words + word;
    int right = column.missingRight < 0 ? -1 : column.missingRight * words + word;
    long above = 0;
    for (int j = (thresholds - 1) * words; j >= 0; j -= words) {
      above |= ranks[j + words + word];
      ranks[j + words + word] = 0;
      if (left >= 0) {
        masks[left + j] = above;
      }
      if (right >= 0) {
        masks[right + j] = above | missing;
      }
    }
    ranks[word] = 0;
  }

  /** The column has a row of bits for each class; what is wanted is one for each condition. */
  private static void transpose(CategoryColumn column, int word, Block block) {
    int first = word << 6;
    int count = Math.min(64, block.rows() - first);
    long[][] squares = block.squares;
    for (int r = 0; r < count; r++) {
      int at = column.row(block.values[first + r]);
      System.arraycopy(column.bits(), at, squares[r], 0, column.words);
    }
    BitSquare.transpose(squares, column.words);
    int words = block.words();
    for (int j = 0; j < 64; j++) {
      int at = (column.firstCondition + j) * words + word;
      for (int c = 0; (c << 6) + j < column.conditions; c++) {
        block.masks[at + (c << 6) * words] = squares[j][c];
      }
    }
  }
}
