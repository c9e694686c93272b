package dev.kilter.bench.streams;

import dev.kilter.event.Event;
import dev.kilter.job.type.KilterTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Writes events into Kafka's records as Flink writes them for the other peers. */
final class EventBytes {
  private static final int USUAL_BYTES = 128;

  private final TypeSerializer<Event> format =
      KilterTypes.EVENT.createSerializer(new SerializerConfigImpl());
  private final DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
  private final DataInputDeserializer in = new DataInputDeserializer();

  static Serde<Event> serde() {
    EventBytes format = new EventBytes();
    return Serdes.serdeFrom(
        (topic, event) -> format.write(event), (topic, bytes) -> format.read(bytes));
  }

  private byte[] write(Event event) {
    try {
      out.clear();
      format.serialize(event, out);
      return out.getCopyOfBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Event read(byte[] bytes) {
    try {
      in.setBuffer(bytes);
      return format.deserialize(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
