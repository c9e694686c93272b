package dev.kilter.job.kafka;

import dev.kilter.event.RecordPosition;
import dev.kilter.event.SourceRecord;
import dev.kilter.job.control.ControlReader;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.job.control.HeardControl;
import dev.kilter.job.control.RefusedControl;
import dev.kilter.job.decode.Rejection;
import dev.kilter.job.type.KilterTypes;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes control messages within the Kafka source; what is none becomes a dead letter. */
public final class DecodeControl implements KafkaRecordDeserializationSchema<DecodedControl> {
  private static final long serialVersionUID = 1L;

  private final List<String> detectors;
  private transient ControlReader reader;

  /**
   * A decoder of messages for one pipeline.
   *
   * @param detectors the ids of its detectors
   */
  public DecodeControl(List<String> detectors) {
    this.detectors = List.copyOf(detectors);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<DecodedControl> out) {
    if (reader == null) {
      reader = new ControlReader(detectors);
    }
    out.collect(decoded(record));
  }

  private DecodedControl decoded(ConsumerRecord<byte[], byte[]> record) {
    SourceRecord source =
        new SourceRecord(
            new RecordPosition(record.topic(), record.partition(), record.offset()),
            record.timestamp(),
            record.key(),
            record.value());
    try {
      return new HeardControl(reader.read(record.value(), record.timestamp()), source);
    } catch (Rejection e) {
      return new RefusedControl(source.refused(e.reason(), e.getMessage()));
    }
  }

  @Override
  public TypeInformation<DecodedControl> getProducedType() {
    return KilterTypes.CONTROL;
  }
}
