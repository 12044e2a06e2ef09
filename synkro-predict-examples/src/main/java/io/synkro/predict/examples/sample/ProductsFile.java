package io.synkro.predict.examples.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes names and categories. */
final class ProductsFile {
  private ProductsFile() {}

  static void write(Path file, List<Product> products) throws IOException {
    try (CsvFile csv = new CsvFile(file, "product,category,name")) {
      for (Product product : products) {
        csv.text(product.id()).text(product.category().name()).text(product.name()).end();
      }
    }
  }
}
