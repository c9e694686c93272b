package dev.kilter.sequence;

import static dev.kilter.sequence.OffsetRange.merge;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OffsetRangeTest {

  @Test
  void aSingleRecordIsItsOwnFirstAndLast() {
    assertThat(OffsetRange.of(3, 7)).isEqualTo(new OffsetRange(3, 7, 7));
  }

  @Test
  void rangesOfOnePartitionBecomeTheSmallestThatHoldsThem() {
    assertThat(merge(List.of(new OffsetRange(1, 5, 9)), List.of(new OffsetRange(1, 2, 6))))
        .containsExactly(new OffsetRange(1, 2, 9));
  }

  @Test
  void aRangeWithinAnotherChangesNothing() {
    assertThat(merge(List.of(new OffsetRange(1, 2, 9)), List.of(OffsetRange.of(1, 4))))
        .containsExactly(new OffsetRange(1, 2, 9));
  }

  @Test
  void partitionsStayApartAndInOrder() {
    assertThat(
            merge(
                List.of(OffsetRange.of(5, 1), OffsetRange.of(7, 1)),
                List.of(OffsetRange.of(6, 1), OffsetRange.of(0, 1), OffsetRange.of(9, 1))))
        .extracting(OffsetRange::partition)
        .containsExactly(0, 5, 6, 7, 9);
  }

  @Test
  void nothingMergedWithNothingIsNothing() {
    assertThat(merge(List.of(), List.of())).isEmpty();
  }

  @Test
  void theOrderOfMergingDoesNotMatter() {
    Random random = new Random(1);
    List<OffsetRange> records = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      records.add(OffsetRange.of(random.nextInt(4), random.nextInt(1000)));
    }
    List<OffsetRange> once = mergedOneByOne(records);
    Collections.shuffle(records, random);
    assertThat(mergedOneByOne(records)).isEqualTo(once).hasSize(4);
  }

  private static List<OffsetRange> mergedOneByOne(List<OffsetRange> records) {
    return records.stream().map(List::of).reduce(List.of(), OffsetRange::merge);
  }
}
