package io.synkro.predict.optimize.newsvendor;

/**
 * Stocks next to each other.
 *
 * @param low the least, units
 * @param size how many there are, two or more
 */
record StockRange(long low, int size) {
  long at(int index) {
    return low + index;
  }

  long high() {
    return low + size - 1;
  }

  boolean contains(long stock) {
    return stock >= low && stock <= high();
  }
}
