package io.synkro.predict.examples.sample;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A made-up wholesaler: products with seasons, trends, promotions, price changes and holidays, some
 * sold on few days only, some new, some dying out; warehouses whose stock runs out now and then, so
 * that recorded sales fall short of demand; suppliers that are late; customers with habits. Equal
 * options give equal bytes. Safe for use by many threads.
 */
public final class SampleData {
  /** Sales by product, warehouse and day, and the planned days after them. */
  public static final String SALES = "sales.csv";

  /** Stock, supply and costs by product and warehouse on the evening of the last day. */
  public static final String STOCK = "stock.csv";

  /** Customers' orders of the last 26 weeks. */
  public static final String ORDERS = "orders.csv";

  /** Names and categories of the products. */
  public static final String PRODUCTS = "products.csv";

  private final SampleOptions options;

  private SampleData(SampleOptions options) {
    this.options = options;
  }

  /**
   * Returns sample data that are made when they are written.
   *
   * @param options size, seed and last day
   * @return the data
   */
  public static SampleData of(SampleOptions options) {
    return new SampleData(options);
  }

  /**
   * Writes {@link #SALES}, {@link #STOCK}, {@link #ORDERS} and {@link #PRODUCTS}. The directory is
   * there with all files, or not at all: they are written beside it and moved at the end.
   *
   * @param directory where to write; absent or empty
   * @return what was written
   * @throws io.synkro.predict.InvalidInputException if the directory has files or is a file
   * @throws IOException if writing fails; nothing is left behind then
   */
  public SampleSummary writeTo(Path directory) throws IOException {
    Path target = directory.toAbsolutePath().normalize();
    refuseOccupied(target);
    Path parent = target.getParent();
    Path name = target.getFileName();
    if (parent == null) {
      throw new InvalidInputException("directory", target.toString(), "must have a name", "");
    }
    Files.createDirectories(parent);
    Path partial = parent.resolve("." + name + "." + UUID.randomUUID() + ".partial");
    try {
      Files.createDirectory(partial);
      SampleSummary summary = write(partial);
      Files.deleteIfExists(target);
      Files.move(partial, target);
      return summary;
    } finally {
      delete(partial);
    }
  }

  private SampleSummary write(Path directory) throws IOException {
    List<Product> products =
        IntStream.range(0, options.products()).mapToObj(i -> Product.of(options, i)).toList();
    List<SeriesCalendar> calendars =
        products.stream().map(product -> SeriesCalendar.of(options, product)).toList();
    OrdersFile.Sold sold = new OrdersFile.Sold(options);
    SalesFile sales = new SalesFile(options);
    sales.write(directory, products, calendars, sold);
    ProductsFile.write(directory.resolve(PRODUCTS), products);
    long lines =
        new OrdersFile(options, products, calendars).write(directory.resolve(ORDERS), sold);
    return sales.summary(lines);
  }

  private static void refuseOccupied(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    boolean free = false;
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        free = files.findAny().isEmpty();
      }
    }
    Require.that(
        free,
        "directory",
        target,
        "must be absent or an empty directory",
        "name another one, or delete what is there");
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
