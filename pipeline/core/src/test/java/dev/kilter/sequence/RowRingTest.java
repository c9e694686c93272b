package dev.kilter.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowRingTest {
  private static final int CHANNELS = 2;
  private static final boolean[] COUNTS = {true, false};

  private record Kept(float[] values, boolean[] mask, List<OffsetRange> origin) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 16, 19, 32})
  void saysWhatAListOfRowsWouldSay(int capacity) {
    Random random = new Random(capacity);
    RowRing ring = new RowRing(capacity, CHANNELS);
    List<Kept> rows = new ArrayList<>();
    for (int step = 0; step < 40 * capacity; step++) {
      // Long stretches without a gap, and others with many; once in a while it begins anew.
      int gapsOutOf = step / (3 * capacity) % 2 == 0 ? Integer.MAX_VALUE : 3;
      if (random.nextInt(10 * capacity) == 0) {
        ring.goOn(0, 0);
        rows.clear();
      }
      rows.add(add(ring, step, gapsOutOf, random));
      if (rows.size() > capacity) {
        rows.remove(0);
      }
      if (random.nextInt(4) == 0) {
        fillOne(ring, rows, random);
      }
      assertAlike(ring, rows, capacity);
      assertAlikeOfTheNewest(ring, rows, 1 + random.nextInt(rows.size()));
    }
  }

  private static Kept add(RowRing ring, int step, int gapsOutOf, Random random) {
    int partition = random.nextInt(50) == 0 ? 1 : 0;
    List<OffsetRange> origin =
        random.nextInt(20) == 0 ? List.of() : List.of(OffsetRange.of(partition, 1000 - step));
    Kept row = new Kept(new float[CHANNELS], new boolean[CHANNELS], origin);
    ring.begin(step, origin);
    for (int channel = 0; channel < CHANNELS; channel++) {
      boolean gap = random.nextInt(gapsOutOf) == 0;
      row.values[channel] = gap ? Float.NaN : random.nextFloat();
      row.mask[channel] = !gap;
      ring.set(channel, row.values[channel], !gap);
    }
    return row;
  }

  private static void fillOne(RowRing ring, List<Kept> rows, Random random) {
    int row = random.nextInt(rows.size());
    int channel = random.nextInt(CHANNELS);
    if (!rows.get(row).mask[channel]) {
      rows.get(row).values[channel] = 0.5f;
      ring.fill(row, channel, 0.5f);
    }
  }

  private static void assertAlike(RowRing ring, List<Kept> rows, int capacity) {
    float[] values = new float[rows.size() * CHANNELS];
    boolean[] mask = new boolean[values.length];
    ring.copyValues(0, values);
    ring.copyMask(0, mask);
    boolean measured = rows.size() == capacity;
    for (int at = 0; at < values.length; at++) {
      Kept row = rows.get(at / CHANNELS);
      assertThat(Float.compare(values[at], row.values[at % CHANNELS])).isZero();
      assertThat(mask[at]).isEqualTo(row.mask[at % CHANNELS]);
      measured &= mask[at];
    }
    assertThat(ring.isMeasured()).isEqualTo(measured);
  }

  private static void assertAlikeOfTheNewest(RowRing ring, List<Kept> rows, int newest) {
    int imputed = 0;
    int missing = -1;
    List<OffsetRange> offsets = List.of();
    for (Kept row : rows.subList(rows.size() - newest, rows.size())) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        imputed += !row.mask[channel] && COUNTS[channel] ? 1 : 0;
        missing = missing < 0 && Float.isNaN(row.values[channel]) ? channel : missing;
      }
      offsets = OffsetRange.merge(offsets, row.origin);
    }
    assertThat(ring.imputed(newest, COUNTS)).isEqualTo(imputed);
    assertThat(ring.missing(newest)).isEqualTo(missing);
    assertThat(ring.offsets(newest)).isEqualTo(offsets);
  }
}
