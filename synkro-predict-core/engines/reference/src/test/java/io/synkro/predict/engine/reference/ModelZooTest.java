package io.synkro.predict.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelZooTest {
  @Test
  void namesAreUnique() {
    assertThat(ModelZoo.lightGbm()).hasSizeGreaterThanOrEqualTo(34);
    assertThat(ModelZoo.xgboost()).hasSizeGreaterThanOrEqualTo(26);
    assertThat(ModelZoo.all()).extracting(Setting::toString).doesNotHaveDuplicates();
  }

  @Test
  void trainingAgainGivesTheSameBytes() {
    List<String> random = List.of("dart", "dart-skip", "rf", "extra-trees", "goss", "parallel");
    assertThat(ModelZoo.all())
        .filteredOn(setting -> random.contains(setting.name()))
        .hasSize(7)
        .allSatisfy(setting -> assertThat(setting.train()).isEqualTo(setting.train()));
  }
}
