package dev.kilter.job.decode;

import dev.kilter.event.Decoded;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.config.EventFormat;
import dev.kilter.job.config.TimeConfig;
import dev.kilter.job.type.KilterTypes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes within the Kafka source, so that watermarks are per partition. */
public final class DecodeEvents implements KafkaRecordDeserializationSchema<Decoded> {
  private static final long serialVersionUID = 1L;

  private final EventFormat format;
  private final long maxAheadMillis;
  private transient EventDecoder decoder;

  /** A decoder for events of this format. */
  public DecodeEvents(EventFormat format, TimeConfig time) {
    this.format = format;
    this.maxAheadMillis = time.maxAhead().toMillis();
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Decoded> out) {
    if (decoder == null) {
      decoder = new EventDecoder(format, maxAheadMillis);
    }
    RecordPosition position =
        new RecordPosition(record.topic(), record.partition(), record.offset());
    decoder
        .decode(position, record.timestamp(), record.key(), record.value())
        .forEach(out::collect);
  }

  @Override
  public TypeInformation<Decoded> getProducedType() {
    return KilterTypes.DECODED;
  }
}
