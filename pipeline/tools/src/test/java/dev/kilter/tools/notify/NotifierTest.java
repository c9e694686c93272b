package dev.kilter.tools.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Severity;
import dev.kilter.job.kafka.DeadLetterRecords;
import dev.kilter.tools.Screen;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** A notifier reads no more than it can keep. */
class NotifierTest {
  private static final TopicPartition FIRST = Notices.PARTITION;
  private static final TopicPartition SECOND = new TopicPartition(FIRST.topic(), 1);
  private static final String HANGS = "hangs";

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final CompletableFuture<Answer> hanging = new CompletableFuture<>();
  private final Map<TopicPartition, Long> offsets = new HashMap<>();
  private int written;

  /** Which partitions were not read, each time that this has changed. */
  private final List<Set<TopicPartition>> paused = new ArrayList<>();

  @Test
  void whatIsReadAndNotToldIsAtMostSoMuchOfAllPartitionsTogether() {
    write(FIRST, 999, HANGS);
    write(SECOND, 1, HANGS);
    consumer.schedulePollTask(() -> watch(Set.of(FIRST, SECOND)));

    assertThat(run(Map.of(FIRST, 999L, SECOND, 1L))).isTrue();
    assertThat(paused).containsExactly(Set.of(FIRST, SECOND), Set.of());
  }

  @Test
  void aPartitionWhoseFirstIsNotToldIsReadOnlySoFarBeyondIt() {
    write(FIRST, 1, HANGS);
    write(FIRST, 9_999, "taken");
    write(SECOND, 1, "taken");
    consumer.schedulePollTask(() -> watch(Set.of(FIRST)));

    assertThat(run(Map.of(FIRST, 10_000L, SECOND, 1L))).isTrue();
    assertThat(paused).startsWith(Set.of(FIRST, SECOND), Set.of(FIRST));
    assertThat(consumer.paused()).isEmpty();
  }

  /** Looks at each poll which partitions are not read, and ends the hanging once these are. */
  private void watch(Set<TopicPartition> enough) {
    Set<TopicPartition> now = Set.copyOf(consumer.paused());
    if (paused.isEmpty() || !paused.get(paused.size() - 1).equals(now)) {
      paused.add(now);
    }
    if (now.equals(enough)) {
      hanging.complete(new Answer.Accepted());
    }
    consumer.schedulePollTask(() -> watch(enough));
  }

  private boolean run(Map<TopicPartition, Long> ends) {
    Screen screen =
        new Screen(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8), false);
    NotifyPlan plan =
        new NotifyPlan(
            new NoticeFilter("test", Severity.MINOR, Set.of(), Optional.empty()),
            new Destination(new Repeater(), this::answer),
            new RetryRule(
                new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), () -> 0L),
                Optional.empty()),
            "a test");
    DeadAlerts letters =
        new DeadAlerts(
            new DeadLetterRecords("dead-letters", 1_000),
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()));
    return plan.notifier(consumer, () -> null, letters, screen).run(FIRST.topic(), ends);
  }

  private CompletableFuture<Answer> answer(Post post) {
    return post.headers().get("ce-id").startsWith(HANGS)
        ? hanging
        : CompletableFuture.completedFuture(new Answer.Accepted());
  }

  /** So many alerts of incidents of their own, once the partitions are assigned. */
  private void write(TopicPartition partition, int count, String incident) {
    consumer.schedulePollTask(
        () -> {
          assign();
          for (int each = 0; each < count; each++) {
            consumer.addRecord(record(partition, incident + written++));
          }
        });
  }

  private void assign() {
    if (consumer.assignment().isEmpty()) {
      consumer.rebalance(List.of(FIRST, SECOND));
      consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    }
  }

  private ConsumerRecord<byte[], byte[]> record(TopicPartition partition, String incident) {
    byte[] value = Notices.json(incident, 1, "open", "minor").getBytes(UTF_8);
    return new ConsumerRecord<>(
        partition.topic(), partition.partition(), next(partition), new byte[0], value);
  }

  private long next(TopicPartition partition) {
    return offsets.merge(partition, 1L, Long::sum) - 1;
  }
}
