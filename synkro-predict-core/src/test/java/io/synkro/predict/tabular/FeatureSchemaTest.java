package io.synkro.predict.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureSchemaTest {
  private static final Feature MEAN = Feature.number("mean").definedAs("mean(demand, 28)");
  private static final Feature BRAND = Feature.category("brand", 3);

  private static FeatureSchema schema(Feature... features) {
    return new FeatureSchema(List.of(features));
  }

  @Test
  void theVersionChangesWithAnything() {
    String version = schema(MEAN, BRAND).version();
    assertThat(version).matches("[0-9a-f]{64}").isEqualTo(schema(MEAN, BRAND).version());
    assertThat(schema(BRAND, MEAN).version()).isNotEqualTo(version);
    assertThat(schema(MEAN).version()).isNotEqualTo(version);
    assertThat(schema(MEAN, Feature.category("brand", 4)).version()).isNotEqualTo(version);
    assertThat(schema(MEAN, Feature.category("brands", 3)).version()).isNotEqualTo(version);
    assertThat(schema(MEAN.definedAs("mean(demand, 56)"), BRAND).version()).isNotEqualTo(version);
  }

  @Test
  void aModelRefusesAnotherDefinitionAndNamesIt() {
    FeatureSchema other = schema(MEAN.definedAs("mean(demand, 56)"), BRAND);
    assertThatThrownBy(() -> schema(MEAN, BRAND).requireSame(other))
        .isInstanceOf(SchemaMismatchException.class)
        .hasMessage(
            "Column 0 is mean (a number, mean(demand, 56)); the model expects mean (a number,"
                + " mean(demand, 28)). Maybe compute the features with the pipeline that the model"
                + " was trained with.");
  }

  @Test
  void aColumnThatNobodyDefinedIsKnownByItsName() {
    FeatureSchema undefined = schema(Feature.number("mean"), BRAND);
    assertThatCode(() -> undefined.requireSame(schema(MEAN, BRAND))).doesNotThrowAnyException();
    assertThatCode(() -> schema(MEAN, BRAND).requireSame(undefined)).doesNotThrowAnyException();
    assertThatThrownBy(() -> undefined.requireSame(schema(MEAN)))
        .hasMessageContaining("The table has 1 columns; the model expects 2.");
  }

  @Test
  void aDefinitionIsOneLine() {
    assertThatThrownBy(() -> MEAN.definedAs("two\nlines"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be one line");
  }
}
