package io.synkro.predict.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A short run; a command in the benchmarks makes long ones. */
class ModelFuzzTest {
  @ParameterizedTest
  @CsvSource({"lightgbm, 1", "json, 2", "ubj, 3"})
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void noDamageGetsThrough(String format, long seed) {
    int count = 5000;
    int refused = new ModelFuzz(format).run(seed, count);
    assertThat(refused) // the damage is neither all nor none
        .isBetween(count / 4, count - count / 100);
  }
}
