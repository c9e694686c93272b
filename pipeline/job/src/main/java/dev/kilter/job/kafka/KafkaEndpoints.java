package dev.kilter.job.kafka;

import dev.kilter.alert.Alert;
import dev.kilter.alert.FeedbackOutcome;
import dev.kilter.alert.group.GroupMessage;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.Decoded;
import dev.kilter.health.HealthMessage;
import dev.kilter.job.config.DeliveryConfig;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.job.config.KafkaConfig;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.config.StartPosition;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.job.decode.DecodeEvents;
import dev.kilter.job.operator.ScoreReport;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The ends of a pipeline in Kafka. */
public final class KafkaEndpoints {
  private final PipelineConfig pipeline;
  private final KafkaConfig kafka;
  private final TopicFacts topics;

  /**
   * The ends that a pipeline file names.
   *
   * @param topics what is known of the topics
   */
  public KafkaEndpoints(PipelineConfig pipeline, TopicFacts topics) {
    this.pipeline = pipeline;
    this.kafka = pipeline.kafka();
    this.topics = topics;
  }

  /** The events topic, decoded within the source, without end. */
  public KafkaSource<Decoded> events() {
    return eventsBuilder().build();
  }

  /** How many tasks of the source have something to read. */
  public int eventPartitions() {
    return topics.eventPartitions();
  }

  /** The source's builder, for those who want an end. */
  public KafkaSourceBuilder<Decoded> eventsBuilder() {
    return KafkaSource.<Decoded>builder()
        .setBootstrapServers(kafka.bootstrap())
        .setTopics(kafka.events())
        .setGroupId("kilter-" + pipeline.name())
        .setStartingOffsets(offsets(kafka.start()))
        .setClientIdPrefix("kilter-" + pipeline.name())
        .setProperties(properties())
        .setDeserializer(new DecodeEvents(pipeline.events(), pipeline.time()));
  }

  /** The control topic, if the pipeline file names one: from its beginning where no state says. */
  public KafkaSource<DecodedControl> control() {
    return KafkaSource.<DecodedControl>builder()
        .setBootstrapServers(kafka.bootstrap())
        .setTopics(kafka.control())
        .setGroupId("kilter-" + pipeline.name() + "-control")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setClientIdPrefix("kilter-" + pipeline.name() + "-control")
        .setProperties(properties())
        .setDeserializer(
            new DecodeControl(pipeline.detectors().stream().map(DetectorConfig::id).toList()))
        .build();
  }

  /** The topic of what people's verdicts have changed, if the pipeline file names one. */
  public Sink<FeedbackOutcome> feedback() {
    return sink(
        "feedback", kafka.feedback(), new FeedbackRecords(pipeline.name(), kafka.feedback()));
  }

  /** The alerts topic. */
  public Sink<Alert> alerts() {
    return sink(
        "alerts",
        kafka.alerts(),
        new AlertRecords(pipeline.name(), kafka.events(), kafka.alerts(), kafka.alertFormat()));
  }

  /** The scores topic, if the pipeline file names one. */
  public Sink<ScoreReport> scores() {
    return sink("scores", kafka.scores(), new ScoreRecords(kafka.scores()));
  }

  /** The health topic, if the pipeline file names one. */
  public Sink<HealthMessage> health() {
    return sink("health", kafka.health(), new HealthRecords(pipeline.name(), kafka.health()));
  }

  /** The late topic, if the pipeline file names one: dead letters as in the other. */
  public Sink<DeadLetter> late() {
    return sink(
        "late", kafka.late(), new DeadLetterRecords(kafka.late(), topics.largestRecordBytes()));
  }

  /** The topic of the messages about groups, if the pipeline file names one. */
  public Sink<GroupMessage> groups() {
    return sink("groups", kafka.groups(), new GroupRecords(pipeline.name(), kafka.groups()));
  }

  /** The dead letters topic. */
  public Sink<DeadLetter> deadLetters() {
    return sink(
        "dead-letters",
        kafka.deadLetters(),
        new DeadLetterRecords(kafka.deadLetters(), topics.largestRecordBytes()));
  }

  private <T> Sink<T> sink(String name, String topic, KafkaRecordSerializationSchema<T> records) {
    KafkaSinkBuilder<T> sink =
        KafkaSink.<T>builder()
            .setBootstrapServers(kafka.bootstrap())
            .setRecordSerializer(records)
            .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
            .setKafkaProducerConfig(producerProperties());
    if (pipeline.delivery().exactlyOnce()) {
      inTransactions(name, sink);
    }
    return new WatchedSink<>(sink.build(), topic);
  }

  /**
   * An id for each checkpoint: ids that are used again may leave a transaction open where fewer
   * tasks go on.
   */
  private void inTransactions(String name, KafkaSinkBuilder<?> sink) {
    DeliveryConfig delivery = pipeline.delivery();
    sink.setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(delivery.prefix(name))
        .setTransactionNamingStrategy(TransactionNamingStrategy.INCREMENTING)
        .setProperty(
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            String.valueOf(delivery.transactionTimeout().toMillis()));
  }

  private Properties producerProperties() {
    Properties properties = properties();
    int largestBytes = Math.max(topics.largestRecordBytes(), GroupJson.MOST_BYTES);
    properties.putIfAbsent(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(largestBytes + (1 << 16)));
    properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return properties;
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(kafka.properties());
    return properties;
  }

  @SuppressWarnings("deprecation") // the connector asks for this enum, though the client renamed it
  private static OffsetsInitializer offsets(StartPosition start) {
    if (start instanceof StartPosition.Earliest) {
      return OffsetsInitializer.earliest();
    }
    if (start instanceof StartPosition.Committed) {
      return OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
    }
    return start instanceof StartPosition.At at
        ? OffsetsInitializer.timestamp(at.time().toEpochMilli())
        : OffsetsInitializer.latest();
  }
}
