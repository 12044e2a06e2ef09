package io.synkro.predict.examples;

import io.synkro.predict.csv.AttributesFile;
import io.synkro.predict.csv.ReadLimits;
import io.synkro.predict.csv.SalesCsv;
import io.synkro.predict.csv.SalesMapping;
import io.synkro.predict.examples.sample.SampleData;
import io.synkro.predict.examples.sample.SampleOptions;
import io.synkro.predict.series.SeriesPanel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A folder with sales.csv and products.csv (product, category) among others. */
final class SampleFolder {
  private SampleFolder() {}

  /** Reads the sales with the category of each product; writes a sample if there are none. */
  static SeriesPanel sales(Path folder) throws IOException {
    if (!folder.resolve(SampleData.SALES).toFile().exists()) {
      SampleData.of(SampleOptions.defaults().withProducts(20).withDays(400)).writeTo(folder);
    }
    SalesMapping mapping =
        SalesMapping.builder()
            .covariates(SalesMapping.EVERY_OTHER_COLUMN)
            .attributes(
                AttributesFile.byProduct(SampleData.PRODUCTS, "product", List.of("category")))
            .build();
    return SalesCsv.read(folder.resolve(SampleData.SALES), mapping, ReadLimits.strict()).panel();
  }
}
