package dev.kilter.tools.notify;

import dev.kilter.job.config.KafkaConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The clients of Kafka that it takes to tell alerts.
 *
 * @param kafka the broker and how to talk to it
 * @param group the consumer group
 */
record NotifyClients(KafkaConfig kafka, String group) {
  private static final int MOST_RECORDS = 200;
  private static final int MOST_BYTES = 8 << 20;

  /** Reads as a member of the group. */
  KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> properties = reading();
    properties.put("group.id", group);
    properties.put("max.poll.records", MOST_RECORDS);
    properties.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
    return consumer(properties);
  }

  /** Reads whatever it is told to. */
  KafkaConsumer<byte[], byte[]> history() {
    return consumer(reading());
  }

  /** Writes dead letters. */
  KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> properties = common();
    properties.put("acks", "all");
    properties.put("delivery.timeout.ms", 30_000);
    properties.put("request.timeout.ms", 10_000);
    properties.put("max.request.size", 64 << 20);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Asks for what is known of the group. */
  Admin admin() {
    return Admin.create(common());
  }

  private Map<String, Object> reading() {
    Map<String, Object> properties = common();
    properties.put("enable.auto.commit", false);
    properties.put("auto.offset.reset", "earliest");
    properties.put("isolation.level", "read_committed");
    properties.put("fetch.max.bytes", MOST_BYTES);
    return properties;
  }

  private Map<String, Object> common() {
    Map<String, Object> properties = new HashMap<>(kafka.properties());
    properties.put("bootstrap.servers", kafka.bootstrap());
    return properties;
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> properties) {
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
