package io.synkro.predict.features.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TileTest {
  /** Any order, and any division into partial tiles, however they are merged. */
  @Property(tries = 200)
  void partsAreMergedToTheSameBits(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<DemandEvent> events = Events.ofOneStep(random, random.nextInt(1, 40));
    Tile expected = events.stream().map(Tile::of).reduce(Tile.EMPTY, Tile::merge);
    Collections.shuffle(events, new Random(seed));
    List<Tile> parts = events.stream().map(Tile::of).collect(Collectors.toList());
    while (parts.size() > 1) {
      Tile a = parts.remove(random.nextInt(parts.size()));
      Tile b = parts.remove(random.nextInt(parts.size()));
      parts.add(random.nextInt(parts.size() + 1), a.merge(b));
    }
    assertThat(parts.get(0)).isEqualTo(expected);
    assertThat(parts.get(0).merge(Tile.EMPTY)).isEqualTo(expected);
    assertThat(Tile.EMPTY.merge(parts.get(0))).isEqualTo(expected);
    for (TileValue each : TileValue.values()) {
      assertThat(Float.floatToRawIntBits(each.of(parts.get(0), null, null, 0f)))
          .isEqualTo(Float.floatToRawIntBits(each.of(expected, null, null, 0f)));
    }
  }

  /** Compared with decimal numbers, which are exact. */
  @Property(tries = 100)
  void unitsAreAddedUpExactly(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BigDecimal sum = BigDecimal.ZERO;
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      BigDecimal units = BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 6);
      sum = sum.add(units);
      tiles.add(Tile.of(new DemandEvent.Sale(Events.stamp(random), units.doubleValue())));
    }
    Tile tile = tiles.stream().reduce(Tile.EMPTY, Tile::merge);
    assertThat(BigDecimal.valueOf(tile.counts().sold(), 6)).isEqualByComparingTo(sum);
    assertThat(TileValue.UNITS_SOLD.of(tile, null, null, 0f)).isEqualTo((float) sum.doubleValue());
  }
}
