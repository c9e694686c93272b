package dev.kilter.bench.broker;

import dev.kilter.bench.load.EventJson;
import dev.kilter.bench.load.SparseModel;
import dev.kilter.bench.load.Workload;
import dev.kilter.event.Event;
import dev.kilter.tools.simulate.KafkaReadings;
import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The first events of a workload in a topic of one partition, so that an event's number is its
 * offset.
 *
 * @param name the topic's name
 * @param load whose events
 * @param events how many: whole rows of all machines
 */
public record EventsTopic(String name, Workload load, long events) {

  /** At least so many events. */
  static EventsTopic of(Workload load, long atLeast) {
    long rows = -Math.floorDiv(-atLeast, (long) load.machines());
    return new EventsTopic("sensor-events", load, rows * load.machines());
  }

  /** Writes them. */
  void fill(String bootstrap) throws IOException, InterruptedException {
    IdentityHashMap<double[], String> written = new IdentityHashMap<>();
    try (KafkaReadings topic = KafkaReadings.open(bootstrap, name)) {
      for (long number = 0; number < events; number++) {
        Event event = load.event(number);
        String values = written.computeIfAbsent(event.values(), EventJson::values);
        byte[] json = EventJson.bytes(event.entity(), event.timeMillis(), values);
        topic.send(new ProducerRecord<>(name, EventJson.utf8(event.entity()), json));
      }
      topic.flush();
    }
  }

  /**
   * How many sequences every 32nd row gives. Whether the newest row is whole nobody knows before
   * the next one begins.
   */
  long sequences() {
    long rows = events / load.machines() - 1;
    return rows / SparseModel.STRIDE * load.machines();
  }
}
