package dev.kilter.tools.record;

import static dev.kilter.tools.record.Records.ONE;
import static dev.kilter.tools.record.Records.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TimeMergeTest {
  private final TimeMerge merge = new TimeMerge(List.of(ZERO, ONE), 1_000);

  @Test
  void aRecordWaitsForAPartitionThatMayStillBringAnEarlierOne() {
    merge.add(Records.of(ZERO, 0, 5));
    merge.add(Records.of(ZERO, 1, 9));
    assertThat(times(any -> true)).isEmpty();

    merge.add(Records.of(ONE, 0, 7));
    assertThat(times(any -> true)).containsExactly(5L, 7L);
    assertThat(merge.isEmpty()).isFalse();
  }

  @Test
  void aPartitionThatHasNoMoreHoldsNothingBack() {
    merge.add(Records.of(ZERO, 0, 5));

    assertThat(times(ZERO::equals)).containsExactly(5L);
    assertThat(merge.isEmpty()).isTrue();
  }

  @Test
  void theOrderWithinAPartitionIsKeptWhateverItsTimes() {
    merge.add(Records.of(ZERO, 0, 5));
    merge.add(Records.of(ZERO, 1, 3));
    merge.add(Records.of(ONE, 0, 4));

    assertThat(times(any -> false)).containsExactly(4L, 5L, 3L);
  }

  @Test
  void aPartitionIsFullOnceItHoldsTooManyBytesAndNoLongerWhenTheyHaveGoneOn() {
    for (int offset = 0; offset < 4; offset++) {
      merge.add(Records.of(ZERO, offset, offset));
    }
    assertThat(merge.isFull(ZERO)).isTrue();
    assertThat(merge.isFull(ONE)).isFalse();

    times(any -> false);
    assertThat(merge.isFull(ZERO)).isFalse();
  }

  private List<Long> times(Predicate<TopicPartition> mayGetMore) {
    List<Long> times = new ArrayList<>();
    for (var record = merge.next(mayGetMore); record.isPresent(); record = merge.next(mayGetMore)) {
      times.add(record.get().timestamp());
    }
    return times;
  }
}
