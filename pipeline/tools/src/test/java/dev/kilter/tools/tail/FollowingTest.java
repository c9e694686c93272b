package dev.kilter.tools.tail;

import static dev.kilter.tools.tail.Messages.ALERTS;
import static dev.kilter.tools.tail.Messages.HEALTH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FollowingTest {
  private static final Map<TopicPartition, Long> STARTS = Map.of(ALERTS, 0L, HEALTH, 0L);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final List<Long> times = new ArrayList<>();

  @Test
  void whatIsThereComesInTheOrderOfItsTimesAcrossTopics() {
    Following following = new Following(consumer, STARTS, Map.of());
    write(ALERTS, 0, 5);
    write(ALERTS, 1, 9);
    write(HEALTH, 0, 3);
    write(HEALTH, 1, 7);

    assertThat(polled(following)).containsExactly(3L, 5L, 7L, 9L);
    assertThat(following.isDone()).isFalse();
  }

  @Test
  void whatHasNotComeYetIsWaitedForOnlyWhileSomethingComes() {
    Following following = new Following(consumer, STARTS, Map.of());
    write(ALERTS, 0, 5);
    consumer.updateEndOffsets(Map.of(HEALTH, 1L));

    assertThat(polled(following)).isEmpty();
    assertThat(polled(following)).containsExactly(5L);
  }

  @Test
  void endsWithWhatWasThereAndInOrderHoweverLongItTakes() {
    Following following = new Following(consumer, STARTS, Map.of(ALERTS, 1L, HEALTH, 1L));
    write(ALERTS, 0, 5);
    write(ALERTS, 1, 6);
    consumer.updateEndOffsets(Map.of(HEALTH, 1L));

    assertThat(polled(following)).isEmpty();
    assertThat(polled(following)).isEmpty();
    assertThat(following.isDone()).isFalse();
    write(HEALTH, 0, 3);
    assertThat(polled(following)).containsExactly(3L, 5L);
    assertThat(following.isDone()).isTrue();
  }

  @Test
  void aNewPartitionIsReadFromItsBeginning() {
    Following following = new Following(consumer, Map.of(ALERTS, 7L), Map.of());
    TopicPartition added = new TopicPartition("alerts", 1);
    consumer.updateBeginningOffsets(Map.of(added, 0L));

    following.include(Set.of(ALERTS, added));
    write(added, 0, 4);
    write(ALERTS, 7, 5);

    assertThat(polled(following)).containsExactly(4L, 5L);
  }

  @Test
  void aNewPartitionIsNotReadWhereTheEndWasSetBeforeIt() {
    Following following = new Following(consumer, Map.of(ALERTS, 1L), Map.of(ALERTS, 1L));

    following.include(Set.of(new TopicPartition("alerts", 1)));

    assertThat(consumer.assignment()).containsExactly(ALERTS);
    assertThat(following.isDone()).isTrue();
  }

  private void write(TopicPartition partition, long offset, long timeMillis) {
    consumer.addRecord(Messages.record(partition, offset, timeMillis, "{}"));
    consumer.updateEndOffsets(Map.of(partition, offset + 1));
  }

  private List<Long> polled(Following following) {
    times.clear();
    following.poll(record -> times.add(record.timestamp()));
    return List.copyOf(times);
  }
}
