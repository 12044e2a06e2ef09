package io.synkro.predict.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupSumsTest {
  @Test
  void aGlitchThatIsCorrectedLeavesNoTrace() {
    for (float glitch : new float[] {1e14f, -1e14f, 1e22f, -1e30f, Float.MAX_VALUE}) {
      GroupSums sums = new GroupSums(1);
      sums.add(0, 3.5f);
      sums.add(0, glitch);
      sums.remove(0, glitch);
      sums.add(0, 5);
      assertThat(sums.value(0, false)).isEqualTo(8.5f);
      assertThat(sums.value(0, true)).isEqualTo(4.25f);
    }
  }

  @Test
  void aStepIsMissingWhileOneOfItsValuesIsTooLarge() {
    GroupSums sums = new GroupSums(1);
    sums.add(0, 1e23f);
    sums.add(0, 1);
    assertThat(sums.value(0, false)).isNaN();
    sums.remove(0, 1e23f);
    assertThat(sums.value(0, false)).isEqualTo(1);
  }

  /** Against exact decimals, in shuffled orders, through bytes. */
  @Test
  void anyOrderGivesTheBitsOfTheExactSum() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      List<Float> values = new ArrayList<>();
      BigDecimal exact = BigDecimal.ZERO;
      for (int i = 0; i < 20; i++) {
        float value = (float) ((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(23)));
        values.add(value);
        BigDecimal parts = new BigDecimal(value * 0x1p20);
        exact = exact.add(parts.add(new BigDecimal("0.5")).setScale(0, RoundingMode.FLOOR));
      }
      Collections.shuffle(values, random);
      GroupSums sums = new GroupSums(1);
      values.forEach(value -> sums.add(0, value));
      GroupSums copy = new GroupSums(1);
      ByteBuffer bytes = ByteBuffer.allocate(sums.bytes());
      sums.write(bytes);
      copy.read(bytes.flip());
      assertThat(copy.value(0, false)).isEqualTo((float) (exact.doubleValue() / 0x1p20));
      values.forEach(value -> copy.remove(0, value));
      copy.add(0, 0.25f);
      assertThat(copy.value(0, true)).isEqualTo(0.25f);
    }
  }
}
