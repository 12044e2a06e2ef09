package io.synkro.predict.features;

import static io.synkro.predict.features.Features.attribute;
import static io.synkro.predict.features.Features.ewm;
import static io.synkro.predict.features.Features.lag;
import static io.synkro.predict.features.Features.lags;
import static io.synkro.predict.features.Features.mean;
import static io.synkro.predict.features.Features.meanAll;
import static io.synkro.predict.features.Features.planned;
import static io.synkro.predict.features.Features.ratio;
import static io.synkro.predict.features.Features.sd;
import static io.synkro.predict.features.Features.sinceSale;

import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.testkit.FeatureSourceContractTest;

class FeaturePipelineContractTest extends FeatureSourceContractTest {
  @Override
  protected FeatureSource source() {
    return new AnyFrequency();
  }

  /** The same features for whatever frequency the panel has. */
  private static final class AnyFrequency implements FeatureSource {
    private static FeaturePipeline pipeline(SeriesPanel panel) {
      return FeaturePipeline.builder(panel.axis().frequency())
          .add(lags(1, 7, 40))
          .add(mean(7), mean(60), sd(28), mean(4).every(7), ewm(0.3), meanAll(), sinceSale())
          .add(lag(1).of("weather"), planned("price"))
          .add(ratio(planned("price"), mean(28).of("price")).as("price_to_mean"))
          .add(mean(7).sumBy("all"), meanAll().meanBy("category"), attribute("category"))
          .build();
    }

    @Override
    public FeatureSchema schema(SeriesPanel panel) {
      return pipeline(panel).schema(panel);
    }

    @Override
    public FeatureTable compute(SeriesPanel panel, FeatureRows rows) {
      return pipeline(panel).compute(panel, rows);
    }
  }
}
