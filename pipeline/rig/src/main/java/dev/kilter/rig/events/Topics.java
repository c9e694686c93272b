package dev.kilter.rig.events;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics of one trial.
 *
 * @param bootstrap where the broker is
 * @param prefix what their names begin with
 */
public record Topics(String bootstrap, String prefix) {
  /** So many partitions the alerts topic has. */
  private static final int ALERT_PARTITIONS = 2;

  public String events() {
    return prefix + "-events";
  }

  public String alerts() {
    return prefix + "-alerts";
  }

  public String deadLetters() {
    return prefix + "-dead-letters";
  }

  /**
   * Creates them, and waits until the broker leads all their partitions: if it refuses the first
   * records of a producer and takes the next, it takes the first no more.
   */
  public void create() throws ExecutionException, InterruptedException {
    List<NewTopic> topics =
        List.of(
            new NewTopic(events(), Load.PARTITIONS, (short) 1),
            new NewTopic(alerts(), ALERT_PARTITIONS, (short) 1),
            new NewTopic(deadLetters(), 1, (short) 1));
    try (Admin admin = admin()) {
      admin.createTopics(topics).all().get();
      for (NewTopic topic : topics) {
        admin.listOffsets(newest(topic.name(), topic.numPartitions())).all().get();
      }
    }
  }

  private static Map<TopicPartition, OffsetSpec> newest(String topic, int partitions) {
    return IntStream.range(0, partitions)
        .boxed()
        .collect(
            Collectors.toMap(
                partition -> new TopicPartition(topic, partition),
                partition -> OffsetSpec.latest()));
  }

  /** Reads the alerts, on and on. */
  public Reader readAlerts() {
    return Reader.start(bootstrap, alerts(), ALERT_PARTITIONS);
  }

  /** Reads the dead letters, on and on. */
  public Reader readDeadLetters() {
    return Reader.start(bootstrap, deadLetters(), 1);
  }

  /** Whether a consumer group has committed that it has read all events there are. */
  public boolean areReadBy(String group) throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      var ends = admin.listOffsets(newest(events(), Load.PARTITIONS)).all().get();
      var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return ends.entrySet().stream()
          .allMatch(
              end ->
                  committed.get(end.getKey()) != null
                      && committed.get(end.getKey()).offset() >= end.getValue().offset());
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrap));
  }
}
