package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadSchemaTest {
  @Test
  void replacesWhatAFeatureDoesNotAllow() {
    List<String> names = List.of("a b", "preis €", "x[0]", "", "ok-1._");
    assertThat(ReadSchema.of(names, new int[5]).names())
        .containsExactly("a_b", "preis__", "x_0_", "_", "ok-1._");
  }

  @Test
  void makesNamesUnique() {
    List<String> names = List.of("a b", "a_b", "a_b_1", "a(b", "a_b_3");
    assertThat(ReadSchema.of(names, new int[5]).names())
        .containsExactly("a_b", "a_b_1", "a_b_1_2", "a_b_3", "a_b_3_4");
    String longName = "x".repeat(300);
    assertThat(ReadSchema.of(List.of(longName, longName), new int[2]).names())
        .containsExactly("x".repeat(110), "x".repeat(110) + "_1");
  }

  @Test
  void numbersFeaturesWithoutNames() {
    assertThat(ReadSchema.of(List.of(), new int[] {0, 3}).names()).containsExactly("f0", "f1");
  }
}
