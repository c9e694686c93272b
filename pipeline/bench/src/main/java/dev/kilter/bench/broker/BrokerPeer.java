package dev.kilter.bench.broker;

import dev.kilter.job.JobSettings;
import dev.kilter.job.KilterJob;
import dev.kilter.job.config.PipelineConfig;
import java.util.Arrays;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** What reads the topic: Kilter, and jobs that do less. */
public enum BrokerPeer {
  KILTER(
      "kilter",
      "the production job: Kafka, decoded in the source → key by entity → sequence, score, judge →"
          + " alerts and dead letters to Kafka, at least once"),
  TREE("tree", "Kafka → each record by Jackson's readTree → thrown away"),
  BYTES("bytes", "Kafka → thrown away: the limit");

  private final String label;
  private final String path;

  BrokerPeer(String label, String path) {
    this.label = label;
    this.path = path;
  }

  static BrokerPeer named(String label) {
    return Arrays.stream(values())
        .filter(peer -> peer.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no " + label));
  }

  /** Its name in the table. */
  public String label() {
    return label;
  }

  /** What a record goes through. */
  public String path() {
    return path;
  }

  /** Whether it is what no job that reads the topic can beat. */
  public boolean isLimit() {
    return this == BYTES;
  }

  /** Puts its job together; each counts by the metric {@code events} what it has read. */
  void assemble(StreamExecutionEnvironment env, PipelineConfig config) {
    switch (this) {
      case KILTER -> KilterJob.build(env, config);
      case TREE -> throwAway(raw(env, config).filter(new ParsesAsTree()).uid("tree"));
      case BYTES -> throwAway(raw(env, config));
    }
  }

  private static void throwAway(DataStream<byte[]> records) {
    records.sinkTo(new DiscardingSink<>()).uid("nowhere");
  }

  /** The topic with the settings that Kilter reads it with. */
  private static DataStream<byte[]> raw(StreamExecutionEnvironment env, PipelineConfig config) {
    JobSettings.apply(env, config);
    KafkaSource<byte[]> source =
        KafkaSource.<byte[]>builder()
            .setBootstrapServers(config.kafka().bootstrap())
            .setTopics(config.kafka().events())
            .setGroupId("bench-" + config.name())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setClientIdPrefix("bench-" + config.name())
            .setDeserializer(new RawRecords())
            .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "events").uid("events");
  }
}
